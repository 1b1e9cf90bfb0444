namespace CampaignTracker.Domain.Events;

/// <summary>A text that cannot be read as an event; the issues name every field at fault.</summary>
public sealed class EventFormatException(IReadOnlyList<ValidationIssue> issues)
    : FormatException(string.Join("; ", issues.Select(issue => $"{issue.Field} {issue.Code}")))
{
    public IReadOnlyList<ValidationIssue> Issues { get; } = issues;
}
