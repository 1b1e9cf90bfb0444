using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Tests;

/// <summary>What a test expects of the issues of a check.</summary>
internal static class Issues
{
    /// <summary>What an issue says in English.</summary>
    public static string Message(this ValidationIssue issue) => EventTexts.In(Languages.OfTheApi).Issues.Find(issue).ShouldNotBeNull($"{issue} has no text");

    public static void ShouldBeAccepted(this IReadOnlyList<ValidationIssue> issues) => issues.ShouldBeEmpty();

    public static ValidationIssue ShouldRefuse(this IReadOnlyList<ValidationIssue> issues, string field, string code) =>
        issues.ShouldHold(Severity.Refusal, field, code);

    public static ValidationIssue ShouldWarn(this IReadOnlyList<ValidationIssue> issues, string field, string code)
    {
        issues.ShouldNotContain(issue => issue.Severity == Severity.Refusal);
        return issues.ShouldHold(Severity.Warning, field, code);
    }

    private static ValidationIssue ShouldHold(this IReadOnlyList<ValidationIssue> issues, Severity severity, string field, string code)
    {
        var found = issues.FirstOrDefault(issue => (issue.Severity, issue.Field, issue.Code) == (severity, field, code));
        return found.ShouldNotBeNull($"no {severity} '{code}' of '{field}' among: {string.Join(" | ", issues)}");
    }
}
