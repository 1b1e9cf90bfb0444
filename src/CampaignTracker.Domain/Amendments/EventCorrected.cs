using System.Text.Json;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Amendments;

/// <summary>
/// Replaces named fields of an earlier event of the same subject. The latest by sequence holds; a correction can itself be corrected or
/// retracted.
/// </summary>
[On]
public sealed record EventCorrected(
    [EventId(onSameSubject: true)] Guid Corrects,
    IReadOnlyDictionary<string, JsonElement> Changes,
    PersonalText Reason) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Event(Corrects) is not { } target) yield break;
        if (target.Event is Agreements.AssessmentPublished)
            yield return ValidationIssue.Refuse("corrects", "published");
        if (Changes.Count == 0)
            yield return ValidationIssue.Refuse("changes", "no_change");

        foreach (var field in Changes.Keys.Where(IsFixed))
            yield return ValidationIssue.Refuse($"changes.{field}", "fixed_field");
    }

    /// <summary>True for what every event is and no correction can change.</summary>
    internal static bool IsFixed(string field) => field is "type" or "id" or "campaign" or "subject";
}
