using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Tests;

/// <summary>What a test expects of the findings of a check.</summary>
internal static class Findings
{
    public static void ShouldBeAccepted(this IReadOnlyList<Finding> findings) => findings.ShouldBeEmpty();

    public static Finding ShouldRefuse(this IReadOnlyList<Finding> findings, string field, string code) =>
        findings.ShouldHold(Severity.Refusal, field, code);

    public static Finding ShouldWarn(this IReadOnlyList<Finding> findings, string field, string code)
    {
        findings.ShouldNotContain(finding => finding.Severity == Severity.Refusal);
        return findings.ShouldHold(Severity.Warning, field, code);
    }

    private static Finding ShouldHold(this IReadOnlyList<Finding> findings, Severity severity, string field, string code)
    {
        var found = findings.FirstOrDefault(finding => (finding.Severity, finding.Field, finding.Code) == (severity, field, code));
        return found.ShouldNotBeNull($"no {severity} '{code}' of '{field}' among: {string.Join(" | ", findings)}");
    }
}
