using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>The series of meetings, by title, with the gaps where a meeting was expected: silence is data.</summary>
public sealed record DialogueLog(IReadOnlyList<DialogueSeries> Series) : RevisedView
{
    public static DialogueLog Of(CampaignState state) => new(
    [
        .. state.Histories(SubjectKind.Dialogue).Select(history => DialogueSeries.Of(state, history))
            .OrderBy(series => series.Title, StringComparer.Ordinal).ThenBy(series => series.Name, StringComparer.Ordinal),
    ])
    {
        Revisions = Revision.Of(state, SubjectKind.Dialogue),
    };
}

/// <summary>One series of meetings.</summary>
/// <param name="ExpectedEveryMonths">Its rhythm in months; null where it has none.</param>
/// <param name="Meetings">In the order of their dates.</param>
/// <param name="Gaps">Where the rhythm expected a meeting and none is recorded.</param>
/// <param name="Expectations">Meetings that were announced or due by a date.</param>
/// <param name="BetweenMeetings">What belongs to no recorded meeting.</param>
public sealed record DialogueSeries(
    string Name,
    string Title,
    int? ExpectedEveryMonths,
    IReadOnlyList<string> Parties,
    IReadOnlyList<Meeting> Meetings,
    IReadOnlyList<DialogueGap> Gaps,
    IReadOnlyList<Expectation> Expectations,
    IReadOnlyList<ShownEvent> BetweenMeetings)
{
    internal static DialogueSeries Of(CampaignState state, SubjectHistory history)
    {
        var opened = (DialogueSeriesOpened)history.Opening!.Event;
        var held = HeldMeetings.Of(state, history);
        var around = history.Facts.Where(fact => fact.Event is CaseRaised or StatementIssued or RecommendationSubmitted)
            .ToLookup(fact => Meeting.For(fact.Event, held.InOrder)?.Id);
        return new(
            history.Name, history.Title, opened.ExpectedEveryMonths, opened.Parties ?? [],
            [.. held.InOrder.Select(fact => Meeting.Of(state, fact, around[fact.Id]))],
            held.Gaps,
            [
                .. history.Facts.Where(fact => fact.Event is DialogueExpected)
                    .Select(fact => Expectation.Of(fact, held, state.Viewpoint.AsOf)),
            ],
            [.. around[null].Select(fact => ShownEvent.Of(state, fact))]);
    }
}

/// <summary>A meeting that took place.</summary>
/// <param name="OrdinalClaimed">Which one it is by the source's own count.</param>
/// <param name="CivilSocietyPresent">Whether civil society took part; null where nobody says.</param>
/// <param name="CasesRaised">The cases raised at it.</param>
public sealed record Meeting(
    Guid Event,
    EdtfDate Date,
    int? OrdinalClaimed,
    string? Place,
    string? Level,
    bool? CivilSocietyPresent,
    IReadOnlyList<RaisedCase> CasesRaised,
    IReadOnlyList<ShownEvent> Statements,
    IReadOnlyList<ShownEvent> Recommendations)
{
    internal static Meeting Of(CampaignState state, Fact fact, IEnumerable<Fact> around)
    {
        var held = (DialogueHeld)fact.Event;
        var facts = around.ToList();
        return new(
            fact.Id, held.Occurred, held.OrdinalClaimed, held.Place, held.Level, held.CivilSocietyPresent,
            [.. facts.Where(other => other.Event is CaseRaised).Select(other => RaisedCase.Of(state, other))],
            [.. facts.Where(other => other.Event is StatementIssued).Select(other => ShownEvent.Of(state, other))],
            [.. facts.Where(other => other.Event is RecommendationSubmitted).Select(other => ShownEvent.Of(state, other))]);
    }

    /// <summary>
    /// The meeting that a fact belongs to: one on the same days; else, since recommendations are handed in before a meeting and all else
    /// comes after it, the next meeting for a recommendation and the one before for the rest. Null where there is none.
    /// </summary>
    internal static Fact? For(CampaignEvent e, IReadOnlyList<Fact> held) =>
        held.FirstOrDefault(fact => fact.Event.Occurred.Overlaps(e.Occurred))
        ?? (e is RecommendationSubmitted
            ? held.FirstOrDefault(fact => fact.Event.Occurred.Earliest > e.Occurred.Latest)
            : held.LastOrDefault(fact => fact.Event.Occurred.Latest < e.Occurred.Earliest));
}

/// <summary>A case raised at a meeting.</summary>
public sealed record RaisedCase(string Name, string Title, string? By, string? Answer, Guid Event)
{
    internal static RaisedCase Of(CampaignState state, Fact fact)
    {
        var raised = (CaseRaised)fact.Event;
        return new(state.Knowledge.Canonical(raised.Case), state.TitleOf(raised.Case), raised.By, raised.Answer?.Value, fact.Id);
    }
}
