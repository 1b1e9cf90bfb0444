using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>A step of an agreement.</summary>
/// <param name="Milestone">The gate reached or put off; null for a round.</param>
/// <param name="Kind">What the step is.</param>
/// <param name="HoldsBack">True for a gate that holds the agreement back.</param>
/// <param name="By">Who took it, as recorded.</param>
/// <param name="Judged">Whether conditionality is judged at it.</param>
/// <param name="Reason">Why it is judged or not.</param>
/// <param name="Grounds">The reasons stated with it.</param>
/// <param name="Justifications">The reasons that bodies gave for it besides.</param>
public sealed record LadderStep(
    Guid Event,
    EdtfDate Date,
    EdtfDate? Effective,
    StepKindOnLadder Kind,
    Milestone? Milestone,
    bool HoldsBack,
    IReadOnlyList<string> By,
    string? Place,
    bool Judged,
    JudgedReason Reason,
    string Sentence,
    Votes? Votes,
    IReadOnlyList<StatedGround> Grounds,
    IReadOnlyList<Justification> Justifications,
    Confidence Confidence)
{
    /// <summary>In the order (occurred, the usual order of gates, event id).</summary>
    internal static IReadOnlyList<LadderStep> Of(CampaignState state, SubjectHistory history, AgreementDefined defined)
    {
        var justifications = history.Facts.Where(fact => fact.Event is JustificationGiven)
            .ToLookup(fact => history.CountedFor(((JustificationGiven)fact.Event).Gate));
        return
        [
            .. history.Facts
                .Where(fact => fact.Event is MilestoneReached or MilestonePostponed or RoundHeld)
                .Select(fact => Of(state, defined, fact, justifications[fact.Id]))
                .OrderBy(step => step.Date).ThenBy(step => step.Milestone ?? (Milestone)int.MaxValue).ThenBy(step => step.Event),
        ];
    }

    private static LadderStep Of(CampaignState state, AgreementDefined defined, Fact fact, IEnumerable<Fact> justifications)
    {
        var (kind, milestone, holdsBack, by, votes, grounds) = fact.Event switch
        {
            MilestoneReached reached =>
                (StepKindOnLadder.Reached, reached.Milestone, Milestones.HoldsBack(reached.Milestone), reached.By, reached.Votes,
                reached.Grounds),
            MilestonePostponed postponed => (StepKindOnLadder.Postponed, postponed.Milestone, true, postponed.By, null, postponed.Grounds),
            _ => (StepKindOnLadder.Round, (Milestone?)null, false, (IReadOnlyList<string>?)null, (Votes?)null,
            (IReadOnlyList<Ground>?)null),
        };
        var reason = kind == StepKindOnLadder.Round ? JudgedReason.Round : WhoseStep(state.Opened, defined, by ?? []);
        return new(
            fact.Id, fact.Event.Occurred, fact.Event.Effective, kind, milestone, holdsBack, by
            ?? [], PlaceOf(fact.Event), reason == JudgedReason.PromisingSide, reason,
            state.Sentence(fact.Event), votes, StatedGround.Of(state, grounds),
            [
                .. justifications.Select(given => new Justification(
                    given.Id, given.Event.Occurred, ((JustificationGiven)given.Event).By,
                    StatedGround.Of(state, ((JustificationGiven)given.Event).Grounds))),
            ],
            fact.Event.Confidence);
    }

    private static string? PlaceOf(CampaignEvent e) => (e as MilestoneReached)?.Place ?? (e as RoundHeld)?.Place;

    // A gate is judged when the promising side, a body of it, or both sides together took it; where nobody is named, the body that holds it
    // did.
    private static JudgedReason WhoseStep(CampaignOpened? opened, AgreementDefined defined, IReadOnlyList<string> by) =>
        by.Count == 0 || by.Any(name => defined.BodyNamed(name) is not null || Side.Is(name, opened?.PromisingSide))
            ? JudgedReason.PromisingSide
            : JudgedReason.OtherSide;
}

/// <summary>What a step on the ladder is.</summary>
public enum StepKindOnLadder
{
    Reached,
    Postponed,
    Round,
}

/// <summary>Why a step is judged or not (conditionality.md, 'Gates').</summary>
public enum JudgedReason
{
    /// <summary>Judged: a gate of the side that promised to make it depend on reform, or of both together.</summary>
    PromisingSide,
    /// <summary>Not judged: the other side's own step.</summary>
    OtherSide,
    /// <summary>Not judged: a negotiating round.</summary>
    Round,
}

/// <summary>A reason stated at a gate: a demand, an issue area, or words.</summary>
/// <param name="Demand">Short name of the demand that is named.</param>
/// <param name="Text">The reason in words.</param>
public sealed record StatedGround(string? Demand, string? IssueArea, string Text)
{
    internal static IReadOnlyList<StatedGround> Of(CampaignState state, IReadOnlyList<Ground>? grounds) =>
    [
        .. (grounds ?? []).Select(ground => new StatedGround(
            ground.Demand is { } demand ? state.Knowledge.Canonical(demand) : null,
            ground.IssueArea,
            ground.Words ?? ground.IssueArea ?? state.TitleOf(ground.Demand ?? ""))),
    ];
}

/// <summary>The reasons that a body gave at a gate.</summary>
public sealed record Justification(Guid Event, EdtfDate Date, string By, IReadOnlyList<StatedGround> Grounds);
