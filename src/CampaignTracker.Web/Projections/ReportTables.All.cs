using CampaignTracker.Domain.Views;

namespace CampaignTracker.Web.Projections;

public static partial class ReportTables
{
    private static Table Events { get; } = Table.Of("events", "event_id", from => Timeline.Of(from.State).Entries.Select(entry => new
    {
        Campaign = CampaignOf(from),
        EventId = entry.Event,
        entry.Sequence,
        entry.Type,
        entry.Subject,
        entry.SubjectTitle,
        SubjectKind = entry.Kind,
        Occurred = entry.Occurred.Text,
        OccurredEarliest = entry.Occurred.Earliest,
        OccurredLatest = entry.Occurred.Latest,
        Effective = entry.Effective?.Text,
        Published = entry.Published?.Text,
        entry.Sentence,
        entry.Confidence,
        entry.Sensitivity,
        entry.Status,
        Sources = string.Join("; ", entry.Sources.Select(source => source.Citation ?? "confidential")),
        entry.RecordedAt,
        entry.RecordedBy,
    }));

    private static Table Cases { get; } = Table.Of(
        "cases", "case_name", from => from.Of<CaseList>(ViewCatalogue.Cases).Cases.Select(item => new
    {
        Campaign = CampaignOf(from),
        CaseName = item.Name,
        item.Title,
        item.Role,
        item.Held,
        Custody = OneOf(item.Possible),
        Since = item.Since?.Text,
        item.Refusals,
        TimesRaised = item.RaisedCount,
        LastEvent = item.LastEvent?.Sentence,
        LastEventOccurred = item.LastEvent?.Occurred.Text,
    }));

    private static Table Dialogues { get; } = Table.Of("dialogues", "event_id",
        from => from.Of<DialogueLog>(ViewCatalogue.Dialogues).Series.SelectMany(series => series.Meetings.Select(meeting => new
    {
        Campaign = CampaignOf(from),
        EventId = meeting.Event,
        Series = series.Name,
        SeriesTitle = series.Title,
        Held = meeting.Date.Text,
        HeldEarliest = meeting.Date.Earliest,
        HeldLatest = meeting.Date.Latest,
        meeting.OrdinalClaimed,
        meeting.Place,
        meeting.Level,
        meeting.CivilSocietyPresent,
        CasesRaised = meeting.CasesRaised.Count,
    })));

    private static Table Demands { get; } = Table.Of(
        "demands", "demand", from => from.Of<DemandBoard>(ViewCatalogue.Demands).Demands.Select(item => new
    {
        Campaign = CampaignOf(from),
        Demand = item.Name,
        item.Title,
        Issued = item.Issued.Text,
        IssuedEarliest = item.Issued.Earliest,
        IssuedLatest = item.Issued.Latest,
        IssuedBy = item.By,
        Addressees = string.Join("; ", item.Addressees),
        About = item.About?.Name,
        item.Theme,
        item.OperativeVerb,
        item.Force,
        Status = OneOf(item.Possible),
        Closed = item.Closed is { } closed ? $"{closed.How} {closed.On}" : null,
        item.TimesRestated,
        LastMovement = item.LastMovement?.Sentence,
        LastMovementOccurred = item.LastMovement?.Occurred.Text,
    }));

    private static Table Gates { get; } = Table.Of("gates", "event_id", from =>
    {
        var ledger = from.Of<ConditionalityLedger>(ViewCatalogue.Conditionality);
        return ledger.Agreements.SelectMany(agreement => agreement.Gates.Select(gate => new
        {
            Campaign = CampaignOf(from),
            EventId = gate.Event,
            agreement.Agreement,
            AgreementTitle = agreement.Title,
            gate.Milestone,
            Occurred = gate.Occurred.Text,
            OccurredEarliest = gate.Occurred.Earliest,
            OccurredLatest = gate.Occurred.Latest,
            gate.HoldsBack,
            gate.Verdict,
            Possible = OneOf(gate.Possible),
            Annotations = string.Join("; ", gate.Annotations.Select(annotation => annotation.Text)),
            gate.Sentence,
            agreement.Word,
            ledger.RuleSet,
        }));
    });

    /// <summary>Every report table.</summary>
    public static IReadOnlyList<Table> All { get; } = [Events, Cases, Dialogues, Demands, Gates];

    private static string CampaignOf(CampaignAt from) => from.State.Knowledge.Facts[0].Event.Campaign;

    /// <summary>Possible values as one cell: <c>Held or FreeConditionally</c>.</summary>
    private static string? OneOf<T>(IReadOnlyList<T> possible) => possible.Count == 0 ? null : string.Join(" or ", possible);
}
