namespace CampaignTracker.Domain.Events;

/// <summary>What a check says about a field: a refusal (nothing is stored) or a warning (stored with the event, and shown).</summary>
/// <param name="Severity">Whether the event is refused.</param>
/// <param name="Field">The field as the request names it, such as <c>occurred</c> or <c>sources[0].url</c>.</param>
/// <param name="Code">A stable short name of the rule, such as <c>no_source</c>.</param>
/// <param name="Message">Plain words: what is wrong and what to do.</param>
public sealed record ValidationIssue(Severity Severity, string Field, string Code, string Message)
{
    public static ValidationIssue Refuse(string field, string code, string message) => new(Severity.Refusal, field, code, message);

    public static ValidationIssue Warn(string field, string code, string message) => new(Severity.Warning, field, code, message);
}

public enum Severity
{
    Warning,
    Refusal,
}
