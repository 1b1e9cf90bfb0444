namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>Texts that look like dates and are none that can be kept, and texts that do not look like dates.</summary>
internal static class NaughtyDates
{
    /// <summary>What nobody can read.</summary>
    public static IReadOnlyList<string> Unreadable { get; } =
    [
        "", " ", "canaryqzx", "2013-02-29", "1900-02-29", "2013-04-31", "2013-00-10", "2013-13", "2013-12-00", "2013-01-32", "0000", "0000-01-01", "-0044-03-15",
        "10000", "99999-01-01", "Y17000", "13-04-18", "2013-04-18T10:00:00Z", "2013-04-18 10:00", "03/04/2013", "00/12/2013",
        "2013-W16-4", "2013-109", "2013-04-18\\n", "after 2013", "41382", "winter 2013",
        "2014/2012", "2013-05/2013-04", "2013-04-18/2013-04-17", "2013/2013/2013", "/", "../..", "../", "..", "//",
        "2013//", "2013-25", "2013-20", "201Y", "2XX3", "XXXX", "20X3-04", "2013-X4", "2013-XX-18", "{2013,2014}", "[2013..2014]", "2013-04-18?~/2013", "now", "null", "1e3", "NaN", "0x7DD",
        "2013-04-18; drop table mt_events", "9223372036854775808", "2013-04-18\\u202E", "\\u00002013", "2013\\ud800", new string('2', 3_000), "2013-04-18" + new string(' ', 1_000),
    ];

    /// <summary>What people write, and forms and addresses read; it is no EDTF.</summary>
    public static IReadOnlyList<string> WrittenByHand { get; } =
    [
        "2013-4-18", "2013/04/18", "18.04.13", "Thursday, 18 April 2013", "2013-04-18~~", "today", "18.04.2013", "04/18/2013", "April 2013", "18 апреля 2013 г.", "before 2014", "20130418", " 2013-04-18", "2013-04-18 ",
        "٢٠١٣-٠٤-١٨", "２０１３-04-18", "2013‑04‑18", "2013–04–18", "2013-04-18" + new string(' ', 100),
    ];

    public static IReadOnlyList<string> All { get; } = [.. Unreadable, .. WrittenByHand];
}
