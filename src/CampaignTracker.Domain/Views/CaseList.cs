using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>The people whose cases are followed, by title.</summary>
public sealed record CaseList(IReadOnlyList<CaseItem> Cases) : RevisedView
{
    public static CaseList Of(CampaignState state)
    {
        var raised = state.Histories(SubjectKind.Dialogue)
            .SelectMany(series => series.Facts.Where(fact => fact.Event is CaseRaised))
            .Order()
            .ToLookup(fact => state.Knowledge.Canonical(((CaseRaised)fact.Event).Case), StringComparer.Ordinal);
        return new CaseList(
        [
            .. state.Histories(SubjectKind.Case).Select(history => CaseItem.Of(state, history, [.. raised[history.Name]]))
                .OrderBy(item => item.Title, StringComparer.Ordinal).ThenBy(item => item.Name, StringComparer.Ordinal),
        ])
        {
            Revisions = Revision.Of(state, SubjectKind.Case),
        };
    }
}

/// <summary>The case of one person.</summary>
/// <param name="Held">Whether the person is held at V, or as far as is known.</param>
/// <param name="Possible">What may be so of the person's liberty at V; several while sources disagree or a date is partial; none where
/// nothing is recorded.</param>
/// <param name="Since">Since when; null where nothing says so, or what is possible differs on it.</param>
/// <param name="Coming">What has been decided and takes effect after V.</param>
/// <param name="Custody">The history of the person's liberty.</param>
/// <param name="Designations">Who holds the person to be a political prisoner, by which criteria.</param>
/// <param name="Refusals">How often something asked for the person was denied: appeals, parole, visits, observers.</param>
/// <param name="RaisedCount">How often the case was raised at dialogues.</param>
public sealed record CaseItem(
    string Name,
    string Title,
    IReadOnlyList<string> Aliases,
    string? Role,
    Held Held,
    IReadOnlyList<Custody> Possible,
    EdtfDate? Since,
    IReadOnlyList<ComingEvent> Coming,
    IReadOnlyList<StatusSpan<Custody>> Custody,
    IReadOnlyList<Designation> Designations,
    int Refusals,
    int RaisedCount,
    ShownEvent? LastRaised,
    ShownEvent? LastEvent)
{
    /// <summary>
    /// Whether the person was held on a day, its own facts included. Unknown where sources disagree, where a partial date leaves it open,
    /// and where nothing says so yet.
    /// </summary>
    public Held HeldOn(DateOnly day)
    {
        var possible = Custody.On(day).Select(custody => (Custody?)custody);
        return HeldWhen([.. Custody.Count == 0 || day < Custody[0].From.Latest ? possible.Prepend(null) : possible]);
    }

    internal static CaseItem Of(CampaignState state, SubjectHistory history, IReadOnlyList<Fact> raised)
    {
        var spans = StatusSpans.Of(state, history, StatusFold.LibertyIn);
        var possible = StatusFold.CustodyOf(state, history).Possible;
        var known = possible.OfType<Custody>().ToList();
        return new(
            history.Name, history.Title, [.. history.Aliases], history.Of<CaseOpened>().Select(opened => opened.Role?.Value)
            .LastOrDefault(role => role is not null),
            HeldWhen(possible), known, spans.Since(known), ComingEvent.Of(state, history), spans,
            [
                .. history.Facts.Where(fact => fact.Event is PoliticalPrisonerDesignated).Select(fact =>
                    new Designation(((PoliticalPrisonerDesignated)fact.Event).By, ((PoliticalPrisonerDesignated)fact.Event).Criteria,
                    fact.Event.Occurred, fact.Id)),
            ],
            history.Facts.Count(fact => fact.Event.Effects().Any(effect => effect is TakesStep { Direction: Direction.Refusal })),
            raised.Count,
            raised.Count == 0 ? null : ShownEvent.Of(state, raised[^1]),
            ShownEvent.Last(state, history));
    }

    private static Held HeldWhen(IReadOnlyList<Custody?> possible)
    {
        var held = possible.Count(custody => custody is Events.Custody.Held or Events.Custody.HouseArrest);
        if (possible.All(custody => custody is null) || held > 0 && held < possible.Count) return Held.Unknown;
        return held > 0 ? Held.Yes : Held.No;
    }
}

/// <summary>Whether a person is in custody.</summary>
public enum Held
{
    Yes,
    No,
    Unknown,
}

/// <summary>Somebody holds a person to be a political prisoner.</summary>
public sealed record Designation(string By, string Criteria, EdtfDate Since, Guid Event);
