using System.Text.Json.Serialization;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>What was asked and what became of it, in the order in which it was asked.</summary>
public sealed record DemandBoard(IReadOnlyList<DemandItem> Demands) : RevisedView
{
    public static DemandBoard Of(CampaignState state)
    {
        var conditions = state.Histories(SubjectKind.Agreement)
            .SelectMany(agreement => AttachedCondition.Of(state, agreement)
                .Select(condition => (condition.Demand,
                Of: new ConditionOf(agreement.Name, agreement.Title, condition.Requirement, condition.Attached, condition.Detached))))
            .ToLookup(pair => pair.Demand, pair => pair.Of, StringComparer.Ordinal);
        return new DemandBoard(
        [
            .. state.Histories(SubjectKind.Demand)
                .OrderBy(history => history.Opening!.Event.Occurred).ThenBy(history => history.Opening!.Recorded.Sequence)
                .ThenBy(history => history.Name, StringComparer.Ordinal)
                .Select(history => DemandItem.Of(state, history, [.. conditions[history.Name]])),
        ])
        {
            Revisions = Revision.Of(state, SubjectKind.Demand, SubjectKind.Case, SubjectKind.Restriction),
        };
    }
}

/// <summary>One demand.</summary>
/// <param name="About">The case, restriction, dialogue series or agreement that it is about.</param>
/// <param name="Issued">When it was first asked.</param>
/// <param name="Possible">How far it is met by V; several while sources disagree or a date is partial.</param>
/// <param name="Since">The date of the fact that sets it, perhaps before the demand; null where nothing does, or what is possible differs
/// on it.</param>
/// <param name="Coming">What has been decided on it, or on the person or the restriction that it is about, and takes effect after
/// V.</param>
/// <param name="Closed">How it was closed; null while it is open.</param>
/// <param name="AgeInDays">From its issue to V, or to its closing where that came first; null where V is open and it is not closed.</param>
/// <param name="Claims">What others say of its fulfilment: shown, and never a status.</param>
/// <param name="LastMovement">The latest fact since it was issued that set its status or was a step toward it or away from it; a refusal
/// moves nothing.</param>
/// <param name="Conditions">Of which agreements it is or was a condition.</param>
/// <param name="Evidence">The events that set its status.</param>
/// <param name="TakenOver">What it took from a demand that was merged into it; null for nothing.</param>
public sealed record DemandItem(
    string Name,
    string Title,
    string By,
    IReadOnlyList<string> Addressees,
    NamedSubject? About,
    string? Theme,
    string OperativeVerb,
    Force Force,
    string? Criterion,
    NamedSubject? Resolution,
    string? Paragraph,
    EdtfDate Issued,
    EdtfDate? AnswerDue,
    IReadOnlyList<Rank> Possible,
    EdtfDate? Since,
    IReadOnlyList<ComingEvent> Coming,
    DemandClosing? Closed,
    DayRange? AgeInDays,
    int TimesRestated,
    ShownEvent? LastRestated,
    IReadOnlyList<ShownEvent> Answers,
    IReadOnlyList<ShownEvent> Commitments,
    IReadOnlyList<ShownEvent> Claims,
    ShownEvent? LastMovement,
    IReadOnlyList<ConditionOf> Conditions,
    IReadOnlyList<Guid> Evidence,
    Guid Event,
    IReadOnlyList<TakenOver>? TakenOver)
{
    /// <summary>False where nothing that is recorded says how far it is met.</summary>
    [JsonIgnore]
    public bool IsJudged => Evidence.Count > 0;

    internal static DemandItem Of(CampaignState state, SubjectHistory history, IReadOnlyList<ConditionOf> conditions)
    {
        var issued = (DemandIssued)history.Opening!.Event;
        var standing = StatusFold.RankOf(state, history);
        var closed = DemandClosing.Of(state, history);
        var restated = Shown<DemandRestated>(state, history);
        return new(
            history.Name, history.Title, issued.By, issued.Addressees, issued.About is { } about
            ? NamedSubject.Of(state, about)
            : null, issued.Theme,
            issued.OperativeVerb, issued.Force, issued.Criterion?.Value, issued.Resolution is { } text
            ? NamedSubject.Of(state, text)
            : null,
            issued.Paragraph, issued.Occurred, issued.AnswerDue, standing.Possible, standing.Since,
            ComingEvent.Of(state, history, Statuses.Criterion.Of(state, history).History), closed,
            Age(issued.Occurred, closed?.On, state.Viewpoint.AsOf),
            restated.Count, restated.LastOrDefault(), Shown<DemandAnswered>(state, history), Shown<CommitmentGiven>(state, history),
            Shown<FulfilmentClaimed>(state, history), Movement(state, history, issued), conditions,
            [.. standing.Evidence.Select(fact => fact.Id)], history.Opening.Id,
            history.TakenOver.Count == 0 ? null : history.TakenOver);
    }

    private static DayRange? Age(EdtfDate issued, EdtfDate? closed, EdtfDate? asOf) =>
        closed is not null ? DayRange.Between(issued, closed)
        : asOf is not null ? DayRange.Between(issued, EdtfDate.Of(asOf.Latest))
        : null;

    private static List<ShownEvent> Shown<T>(CampaignState state, SubjectHistory history) where T : CampaignEvent =>
        [.. history.Facts.Where(fact => fact.Event is T).Select(fact => ShownEvent.Of(state, fact))];

    private static ShownEvent? Movement(CampaignState state, SubjectHistory history, DemandIssued issued)
    {
        var about = issued.About is { } name ? state.History(name) : null;
        var liberty = about is null ? null : StatusFold.LibertyOf(about);
        var last = history.Facts.Concat(about?.Kind is SubjectKind.Case or SubjectKind.Restriction ? about.Facts : [])
            .Where(fact => fact.Event.MovesAt().Latest >= issued.Occurred.Earliest && state.Viewpoint.Reaches(fact.Event.MovesAt())
            && Moves(fact, liberty)).Max();
        return last is null ? null : ShownEvent.Of(state, last);
    }

    private static bool Moves(Fact fact, StatusTimeline? liberty) => fact.Event.Effects().Any(effect => effect switch
    {
        SetsCustody or SetsRestriction or SetsFulfilment => true,
        TakesStep { Direction: Direction.Refusal } => false,
        TakesStep { OnlyWhileHeld: true } => liberty?.MayBeHeld(fact.Event) ?? false,
        TakesStep => true,
        _ => false,
    });
}

/// <summary>The demand is a condition of an agreement.</summary>
/// <param name="Detached">When it ceased to be one; null while it is one.</param>
public sealed record ConditionOf(string Agreement, string Title, Requirement Requirement, EdtfDate Attached, EdtfDate? Detached);
