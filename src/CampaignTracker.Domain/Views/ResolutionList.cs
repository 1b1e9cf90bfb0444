using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Resolutions;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>The adopted texts, in the order of their dates.</summary>
public sealed record ResolutionList(IReadOnlyList<ResolutionItem> Resolutions) : RevisedView
{
    public static ResolutionList Of(CampaignState state)
    {
        var demands = state.Histories(SubjectKind.Demand).OrderBy(demand => demand.Opening!.Recorded.Sequence).ToList();
        var made = demands.Where(demand => demand.Opening!.Event is DemandIssued { Resolution: not null })
            .ToLookup(demand => state.Knowledge.Canonical(((DemandIssued)demand.Opening!.Event).Resolution!), StringComparer.Ordinal);
        var restated = demands
            .SelectMany(demand => demand.Of<DemandRestated>().Where(again => again.Resolution is not null).Select(again => (demand, again)))
            .ToLookup(pair => state.Knowledge.Canonical(pair.again.Resolution!), StringComparer.Ordinal);
        return new ResolutionList(
        [
            .. state.Histories(SubjectKind.Resolution)
                .OrderBy(history => history.Opening!.Event.Occurred).ThenBy(history => history.Name, StringComparer.Ordinal)
                .Select(history => ResolutionItem.Of(
                    state, history,
                    [.. made[history.Name].Select(DemandMade.Issued)],
                    [.. restated[history.Name].Select(pair => new DemandMade(
                    pair.demand.Name, pair.demand.Title, pair.again.Paragraph, null, null))])),
        ])
        {
            Revisions = Revision.Of(state, SubjectKind.Resolution, SubjectKind.Demand),
        };
    }
}

/// <summary>One adopted text.</summary>
/// <param name="Published">When and where it was published.</param>
/// <param name="Findings">What it criticises or notes without asking anything of anybody.</param>
/// <param name="Demands">The demands that it made.</param>
/// <param name="Restated">The demands that it made again.</param>
public sealed record ResolutionItem(
    string Name,
    string Title,
    string Body,
    ResolutionKind Kind,
    EdtfDate Adopted,
    IReadOnlyList<Identifier> Identifiers,
    string? RuleAsCited,
    Votes? Votes,
    IReadOnlyList<string> TabledBy,
    IReadOnlyList<Publication> Published,
    IReadOnlyList<TextFinding> Findings,
    IReadOnlyList<DemandMade> Demands,
    IReadOnlyList<DemandMade> Restated,
    IReadOnlyList<ShownEvent> FollowUps,
    Guid Event)
{
    internal static ResolutionItem Of(
        CampaignState state, SubjectHistory history, IReadOnlyList<DemandMade> demands, IReadOnlyList<DemandMade> restated)
    {
        var adopted = (ResolutionAdopted)history.Opening!.Event;
        return new(
            history.Name, history.Title, adopted.Body, adopted.Kind, adopted.Occurred,
            [.. (adopted.Identifiers ?? []).Concat(history.Of<ResolutionPublished>().SelectMany(published => published.Identifiers ?? []))
            .Distinct()],
            adopted.RuleAsCited, adopted.Votes, adopted.TabledBy ?? [],
            [.. Publications(state, history, adopted)],
            [
                .. history.Facts.Where(fact => fact.Event is FindingRecorded)
                .Select(fact => (fact.Id, Finding: (FindingRecorded)fact.Event))
                    .Select(pair => new TextFinding(pair.Finding.Theme, pair.Finding.OperativeVerb, pair.Finding.Text.Value, pair.Id)),
            ],
            demands, restated,
            [.. history.Facts.Where(fact => fact.Event is FollowUpReceived).Select(fact => ShownEvent.Of(state, fact))],
            history.Opening.Id);
    }

    // A text may say on its adoption when it was published; that day, too, must have come by V.
    private static IEnumerable<Publication> Publications(CampaignState state, SubjectHistory history, ResolutionAdopted adopted)
    {
        var recorded = history.Facts.Where(fact => fact.Event is ResolutionPublished)
            .Select(fact => new Publication(
                fact.Event.Occurred, ((ResolutionPublished)fact.Event).PublishedIn, DayRange.Between(adopted.Occurred, fact.Event.Occurred),
                fact.Id))
            .ToList();
        if (adopted.Published is { } date && state.Viewpoint.Reaches(date) && recorded.TrueForAll(publication => publication.Date != date))
            yield return new Publication(date, null, DayRange.Between(adopted.Occurred, date), history.Opening!.Id);
        foreach (var publication in recorded) yield return publication;
    }
}

/// <summary>A publication of a text.</summary>
/// <param name="In">Where, as cited; null where only the day is known.</param>
/// <param name="DaysAfterAdoption">How long it took.</param>
public sealed record Publication(EdtfDate Date, string? In, DayRange DaysAfterAdoption, Guid Event);

/// <summary>What a text criticises, notes or reiterates.</summary>
public sealed record TextFinding(string Theme, string OperativeVerb, string Text, Guid Event);

/// <summary>A demand that a text makes, or makes again.</summary>
public sealed record DemandMade(string Name, string Title, string? Paragraph, string? OperativeVerb, Force? Force)
{
    internal static DemandMade Issued(SubjectHistory demand)
    {
        var issued = (DemandIssued)demand.Opening!.Event;
        return new(demand.Name, demand.Title, issued.Paragraph, issued.OperativeVerb, issued.Force);
    }
}
