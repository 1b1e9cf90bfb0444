using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>
/// What is surprising of any event (domain.md, 'What is only warned about'): more often a slip than a fact, and recorded all the same.
/// </summary>
internal static class Plausibility
{
    private const int FirstYear = 1900;

    /// <summary>Every warning that holds for all types.</summary>
    public static IEnumerable<ValidationIssue> Check(CampaignEvent e, EventType type, IRecordLookup record) =>
    [
        .. Dates(e, type, record), .. BeforeItsOpening(e, type, record), .. BeforeWhatItFollows(e, record), .. OnTheDayOfAnother(e, record),
        .. AfterDeath(e, type, record),
        .. Sources(e), .. WhenClosed(e, record),
    ];

    private static IEnumerable<ValidationIssue> Dates(CampaignEvent e, EventType type, IRecordLookup record)
    {
        foreach (var field in type.Dates)
        {
            if (field.Value(e) is not EdtfDate date) continue;
            if (date.Earliest.Year < FirstYear)
                yield return ValidationIssue.Warn(field.Name, "early_year", ("date", date));
            else if (date.Earliest > record.Context.Today && field.Name is "published" or "learned")
                yield return ValidationIssue.Warn(field.Name, "ahead", ("date", date));
        }
    }

    // A case or an agreement may be opened by a date after what happened to it; a text and a demand begin with their opening.
    private static IEnumerable<ValidationIssue> BeforeItsOpening(CampaignEvent e, EventType type, IRecordLookup record)
    {
        if (type.Opens is not null || type.On.IsEmpty
            || record.Subject(e.Subject) is not { Kind: SubjectKind.Resolution or SubjectKind.Demand, Opening: { } opening } subject
            || e.Occurred.Latest >= opening.Occurred.Earliest) yield break;
        yield return ValidationIssue.Warn("occurred", subject.Kind == SubjectKind.Demand ? "before_opening:demand" : "before_opening:text",
            ("on", opening.Occurred));
    }

    private static IEnumerable<ValidationIssue> BeforeWhatItFollows(CampaignEvent e, IRecordLookup record)
    {
        foreach (var id in e.Follows ?? [])
        {
            if (record.Event(id) is not { Retracted: false, Event: var earlier }) continue;
            if (Precedes(e, earlier))
                yield return ValidationIssue.Warn("follows", "follows_later", ("event", id), ("on", earlier.MovesAt()));
            else if (e.MovesAt().IsDay && e.MovesAt().Latest == earlier.MovesAt().Earliest && e.At is { } time
                && earlier.At is { } before && time.IsBefore(before))
                yield return ValidationIssue.Warn("at", "follows_later:time", ("event", id), ("time", before.Text));
        }
    }

    private static IEnumerable<ValidationIssue> OnTheDayOfAnother(CampaignEvent e, IRecordLookup record)
    {
        if (!record.IsCorrection && record.RivalOnItsDay(e) is { } rival)
            yield return ValidationIssue.Warn("occurred", "order_of_a_day", ("event", rival));
    }

    // The dead may be rehabilitated.
    private static IEnumerable<ValidationIssue> AfterDeath(CampaignEvent e, EventType type, IRecordLookup record)
    {
        if (!MovesCustody(e, type) || record.Subject(e.Subject) is not { } person) yield break;
        if (person.Events.FirstOrDefault(other => other is DiedInCustody && Precedes(other, e)) is { } death)
            yield return ValidationIssue.Warn("subject", "after_death", ("on", death.MovesAt()));
        if (e is DiedInCustody
            && person.Events.FirstOrDefault(
                other => MovesCustody(other, EventCatalogue.Of(other)) && Precedes(e, other)) is { } later)
            yield return ValidationIssue.Warn("occurred", "before_later", ("later", EventCatalogue.Of(later).Name),
                ("on", later.MovesAt()));
    }

    private static bool MovesCustody(CampaignEvent e, EventType type) =>
        type.MovesStatus && e is not Rehabilitated && e.Effects().Any(effect => effect is SetsCustody or SetsHouseArrest);

    private static bool Precedes(CampaignEvent one, CampaignEvent other) => one.MovesAt().Latest < other.MovesAt().Earliest;

    private static IEnumerable<ValidationIssue> Sources(CampaignEvent e)
    {
        for (var i = 0; i < e.Sources.Count; i++)
        {
            if (e.Sources[i].Language is { } language && !LanguageTag.IsOne(language))
            {
                yield return LanguageTag.Nearest(language) is { } near
                    ? ValidationIssue.Warn($"sources[{i}].language", "no_language:near", ("near", near))
                    : ValidationIssue.Warn($"sources[{i}].language", "no_language");
            }
            for (var j = 0; j < i; j++)
            {
                if (!e.Sources[i].IsSameAs(e.Sources[j])) continue;
                yield return ValidationIssue.Warn($"sources[{i}]", "same_source", ("first", j + 1));
                break;
            }
        }
    }

    private static IEnumerable<ValidationIssue> WhenClosed(CampaignEvent e, IRecordLookup record)
    {
        if (e is EventCorrected or EventRetracted || record.IsCorrection || record.Subject(e.Campaign) is not { } campaign) yield break;
        // Whoever closes or reopens it says so of a date; everything else is recorded on it as it stands now.
        var dated = e is CampaignClosed or CampaignReopened;
        var last = campaign.Ends.LastOrDefault(end => !dated || end.Occurred <= e.Occurred);
        if (e is CampaignReopened && last is not CampaignClosed)
            yield return ValidationIssue.Warn("campaign", "not_closed");
        else if (e is not CampaignReopened && last is CampaignClosed)
            yield return ValidationIssue.Warn("campaign", e is CampaignClosed ? "closed:before" : "closed", ("on", last.Occurred));
    }
}
