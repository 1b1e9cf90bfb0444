using System.Text.Json;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Amendments;

/// <summary>Replaces named fields of an earlier event of the same subject. The latest by sequence holds; a correction can itself be corrected or retracted.</summary>
[On]
public sealed record EventCorrected(
    [Help("The event that is corrected."), EventId(onSameSubject: true)] Guid Corrects,
    [Help("The fields to replace, by name, each with its new value; null empties a field.")] IReadOnlyDictionary<string, JsonElement> Changes,
    [Help("Why.")] PersonalText Reason) : CampaignEvent
{
    public override string SentenceTemplate() => "A recorded event was corrected: {reason}";

    public override IEnumerable<ValidationIssue> Check(Situation situation)
    {
        if (situation.Event(Corrects) is not { } target) yield break;
        if (target.Event is Agreements.AssessmentPublished)
            yield return ValidationIssue.Refuse("corrects", "published", "is a published assessment, which never changes: publish another that supersedes it");
        if (Changes.Count == 0)
            yield return ValidationIssue.Refuse("changes", "no_change", "names no field: give at least one field and its new value");

        foreach (var field in Changes.Keys.Where(field => field is "type" or "id" or "campaign" or "subject"))
            yield return ValidationIssue.Refuse($"changes.{field}", "fixed_field", $"cannot be corrected: retract the event and record it anew");

        CampaignEvent? corrected = null;
        List<ValidationIssue> problems = [];
        if (!Changes.Keys.Any(field => field is "type" or "id" or "campaign" or "subject"))
        {
            try
            {
                // A merged subject is read as another, whose events nobody may have looked up: the correction stays on the one of the record.
                corrected = EventJson.Apply(target.Event, Changes) with { Subject = target.Recorded.Event.Subject };
            }
            catch (EventFormatException malformed)
            {
                problems.AddRange(malformed.Issues);
            }
        }
        if (corrected is not null)
        {
            if (corrected.Sensitivity < target.Event.Sensitivity && !situation.MayLowerSensitivity)
                problems.Add(ValidationIssue.Refuse("sensitivity", "lowers_sensitivity", "is lower than before: ask somebody who may lower it"));
            problems.AddRange(EventRules.Check(corrected, situation with { AmendmentApplier = target }));
        }
        foreach (var problem in problems) yield return problem with { Field = $"changes.{problem.Field}" };
    }

    /// <summary>
    /// The correction with each new value in the stored form of the field that it replaces: what is personal there is marked as personal here too.
    /// A correction that does not fit its event stays as it is, and is refused by its checks.
    /// </summary>
    /// <param name="find">Finds an event of the campaign by id.</param>
    public EventCorrected InStoredForm(Func<Guid, Fact?> find)
    {
        if (find(Corrects) is not { } target) return this;
        CampaignEvent corrected;
        try
        {
            corrected = EventJson.Apply(target.Event, Changes);
        }
        catch (EventFormatException)
        {
            return this;
        }
        if (corrected is EventCorrected correction) corrected = correction.InStoredForm(find);
        var type = EventCatalogue.Of(corrected);
        var fields = type.Common.Concat(type.Fields).ToDictionary(field => field.Name, StringComparer.Ordinal);
        return this with
        {
            Changes = Changes.ToDictionary(change => change.Key, change =>
                change.Value.ValueKind != JsonValueKind.Null && fields.TryGetValue(change.Key, out var field)
                    ? JsonSerializer.SerializeToElement(field.Value(corrected), field.Type, EventJson.Options)
                    : change.Value),
        };
    }
}
