namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>Texts that are no short names.</summary>
internal static class NaughtyNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        "", " ", "Case-1", "CASE-1", "case 1", " case-1", "case-1 ", "case-1-", "-case-1", "1case", "7", "case_1", "case.1", "case/1", "case\\1", "case:1", "case,1", "case;1", "case'1", "case\"1", "case%31", "%2e%2e", "..", ".", "../case-1", "/", "~",
        "саse-1", "cаse-1", "case‐1", "case–1", "case−1", "ｃase-1", "case-１", "case-¹", "ĉase", "caſe-1", "café", "cafe\u0301", "case\u200B1", "case\u00AD1", "case-1\u202E", "\uFEFFcase-1", "дело-1", "案件", "😀", "👩‍👩‍👧",
        "case-1\n", "case-1\t", "case-1\u0001", "case-1\u007F", "${case}", "{subject}", "{{case}}", "<b>", "case-1;drop table x", "' or '1'='1", "con*", "case?", "case#1", "case&x=1", "case=1", "@case", "$case", "case!",
        new string('c', 61), new string('c', 300), new string('c', 2_000), new string('-', 60), new string('9', 60),
    ];
}
