namespace CampaignTracker.Domain.Events;

/// <summary>A text that cannot be read as an event; the findings name every field that is at fault.</summary>
public sealed class EventFormatException(IReadOnlyList<Finding> findings)
    : FormatException(string.Join("; ", findings.Select(finding => $"{finding.Field} {finding.Message}")))
{
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
