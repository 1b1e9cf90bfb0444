using System.Text.Json;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Amendments;

/// <summary>Replaces named fields of an earlier event of the same subject. The latest by sequence holds; a correction can itself be corrected or retracted.</summary>
[On]
public sealed record EventCorrected(
    [Help("The event that is corrected."), EventId(onSameSubject: true)] Guid Corrects,
    [Help("The fields to replace, by name, each with its new value; null empties a field.")] IReadOnlyDictionary<string, JsonElement> Changes,
    [Help("Why.")] PersonalText Reason) : CampaignEvent
{
    public override string SentenceTemplate() => "A recorded event was corrected: {reason}";

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Event(Corrects) is not { } target) yield break;
        if (target.Event is Agreements.AssessmentPublished)
            yield return ValidationIssue.Refuse("corrects", "published", "is a published assessment, which never changes: publish another that supersedes it");
        if (Changes.Count == 0)
            yield return ValidationIssue.Refuse("changes", "no_change", "names no field: give at least one field and its new value");

        foreach (var field in Changes.Keys.Where(IsFixed))
            yield return ValidationIssue.Refuse($"changes.{field}", "fixed_field", $"cannot be corrected: retract the event and record it anew");
    }

    /// <summary>True for what every event is and no correction can change.</summary>
    internal static bool IsFixed(string field) => field is "type" or "id" or "campaign" or "subject";
}
