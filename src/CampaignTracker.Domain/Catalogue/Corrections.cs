using System.Text.Json;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>What a correction makes of its event: it must read as an event of its type, and pass the checks of a new one.</summary>
public static class Corrections
{
    /// <summary>What is wrong with the corrected event, by the fields of the correction.</summary>
    internal static IEnumerable<ValidationIssue> Check(EventCorrected correction, IRecordLookup record)
    {
        if (record.Event(correction.Corrects) is not { } target || correction.Changes.Keys.Any(EventCorrected.IsFixed)) return [];
        IssueCollection issues = [];
        try
        {
            // A merged subject is read as another, whose events nobody may have looked up: the correction stays on the one of the record.
            var corrected = EventJson.Apply(target.Event, correction.Changes) with { Subject = target.RecordedOn };
            if (corrected.Sensitivity < target.Event.Sensitivity && !record.Context.MayLowerSensitivity)
                issues.Add(ValidationIssue.Refuse("sensitivity", "lowers_sensitivity"));
            var without = record.Replacing(correction.Corrects);
            // What was surprising before is known: a correction warns of what it makes so. What corrects a correction is looked at once.
            var before = target.Event is EventCorrected ? [] : EventRules.Check(target.Event with { Subject = target.RecordedOn }, without);
            issues.AddRange(Unaltered(correction, target.Event, corrected));
            issues.AddRange(EventRules.Check(corrected, without)
                .Where(issue => issue.Severity == Severity.Refusal || !before.Contains(issue)));
        }
        catch (EventFormatException malformed)
        {
            issues.AddRange(malformed.Issues);
        }
        return issues.ToList().Select(issue => issue with { Field = $"changes.{issue.Field}" });
    }

    private static IEnumerable<ValidationIssue> Unaltered(EventCorrected correction, CampaignEvent before, CampaignEvent corrected)
    {
        var type = EventCatalogue.Of(corrected);
        return type.Common.Concat(type.Fields).Where(field => correction.Changes.ContainsKey(field.Name))
            .Where(field => Written(field, before) == Written(field, corrected))
            .Select(field => ValidationIssue.Warn(field.Name, "unaltered"));
    }

    private static string Written(EventField field, CampaignEvent e) =>
        JsonSerializer.Serialize(field.Value(e), field.Type, EventJson.Options);

    /// <summary>
    /// The correction with each new value in the stored form of the field that it replaces: what is personal there is marked as personal
    /// here too. A correction that does not fit its event stays as it is, and is refused by its checks.
    /// </summary>
    /// <param name="find">Finds an event of the campaign by id, as it is known.</param>
    public static EventCorrected InStoredForm(EventCorrected correction, Func<Guid, CampaignEvent?> find)
    {
        if (find(correction.Corrects) is not { } target) return correction;
        CampaignEvent corrected;
        try
        {
            corrected = EventJson.Apply(target, correction.Changes);
        }
        catch (EventFormatException)
        {
            return correction;
        }
        if (corrected is EventCorrected nested) corrected = InStoredForm(nested, find);
        var type = EventCatalogue.Of(corrected);
        var fields = type.Common.Concat(type.Fields).ToDictionary(field => field.Name, StringComparer.Ordinal);
        return correction with
        {
            Changes = correction.Changes.ToDictionary(change => change.Key, change =>
                change.Value.ValueKind != JsonValueKind.Null && fields.TryGetValue(change.Key, out var field)
                    ? JsonSerializer.SerializeToElement(field.Value(corrected), field.Type, EventJson.Options)
                    : change.Value),
        };
    }
}
