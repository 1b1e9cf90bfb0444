using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Replay;

/// <summary>
/// Why a status or verdict is what it is: every event that it rests on and what part it plays, and those without which it would be another.
/// </summary>
/// <param name="What">The question.</param>
/// <param name="Subject">Short name of the subject.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Gate">The event that stands for the gate; null for a status.</param>
/// <param name="Says">The answer.</param>
/// <param name="Sentence">A verdict in plain words; null for a status.</param>
/// <param name="Chain">The events that it rests on, in the order of their dates.</param>
public sealed record Why(
    StatusKind What, string Subject, string Title, Guid? Gate, StatusAnswer Says, string? Sentence, IReadOnlyList<Link> Chain)
{
    /// <summary>The version of the rule set that was asked.</summary>
    public required int RuleSet { get; init; }

    /// <summary>
    /// Why a person is held or free, a restriction reaches as far as it does, a demand is met or not; null where there is no such subject.
    /// </summary>
    public static Why? OfStatus(CampaignState state, string subject, IRuleSet rules, Memo memo)
    {
        if (state.History(subject) is not { } history || QuestionOf(history) is not { } what) return null;
        var key = new StatusKey(what, history.Name);
        var roles = new Roles();
        foreach (var fact in EvidenceOf(state, history)) roles.Add(
            fact, fact.Event is ClaimsReconciled ? Role.SettlesClaims : Role.SetsStatus);
        if (history.Opening is { } opening) roles.Add(opening, opening.Event is DemandIssued ? Role.IssuesDemand : Role.OpensSubject);
        foreach (var fact in Criterion.Of(state, history).History.Facts.Concat(history.Facts)
            .Where(fact => state.MayMove(fact))) roles.AddMove(fact);
        return Told(state, key, history, null, roles, rules, memo);
    }

    /// <summary>Why a gate has its verdict; null where there is no such judged gate.</summary>
    public static Why? OfGate(CampaignState state, Guid gate, IRuleSet rules, Memo memo)
    {
        if (FindGate(state, gate, rules) is not var (agreement, found)) return null;
        var judged = rules.Judge(state, agreement, found, memo)!;
        var roles = new Roles();
        foreach (var (fact, role) in rules.EvidenceOf(state, judged, memo)) roles.Add(fact, role);
        return Told(state, new StatusKey(StatusKind.Verdict, agreement.Name, found), agreement, rules.Sentence(state, judged), roles, rules,
            memo);
    }

    /// <summary>The agreement of a judged gate, and the recording that stands for it; null where an event records none.</summary>
    internal static (SubjectHistory Agreement, Guid Gate)? FindGate(CampaignState state, Guid recording, IRuleSet rules)
    {
        foreach (var agreement in state.Histories(SubjectKind.Agreement))
        {
            if (agreement.Recordings.Any(fact => fact.Id == recording)
                && rules.GateOf(state, agreement, recording) is { } gate) return (agreement, gate);
        }
        return null;
    }

    /// <summary>The status that a subject has; null for one that has none.</summary>
    internal static StatusKind? QuestionOf(SubjectHistory history) => history.Kind switch
    {
        SubjectKind.Case => StatusKind.Custody,
        SubjectKind.Restriction => StatusKind.Restriction,
        SubjectKind.Demand => StatusKind.Fulfilment,
        _ => null,
    };

    private static IReadOnlyList<Fact> EvidenceOf(CampaignState state, SubjectHistory history) => history.Kind switch
    {
        SubjectKind.Case => StatusFold.CustodyOf(state, history).Evidence,
        SubjectKind.Restriction => StatusFold.RestrictionOf(state, history).Evidence,
        _ => StatusFold.RankOf(state, history).Evidence,
    };

    private static Why Told(
        CampaignState state, StatusKey key, SubjectHistory history, string? sentence, Roles roles, IRuleSet rules, Memo memo)
    {
        var says = StatusSheet.Line(state, key, rules, memo);
        // A correction or retraction matters also where it took something away, which is then no part of the chain.
        var inputs = roles.Facts.SelectMany(role => role.Fact.Amendments).Select(amendment => amendment.Id).ToHashSet();
        var bearing = CounterfactualState.Subjects(state, key.Subject).ToHashSet(StringComparer.Ordinal);
        foreach (var fact in state.Knowledge.Facts.Where(fact => fact.Recorded.Event is EventCorrected or EventRetracted
            && bearing.Contains(fact.Event.Subject)))
            roles.Add(fact, Role.Amends);
        var chain = roles.Facts.OrderBy(role => role.Fact).Select(role =>
        {
            var flipped = StatusSheet.Line(Without(state, role.Fact), key, rules, memo.Fork());
            var flips = !Difference.Same(says, flipped);
            return new Link(ShownEvent.Of(state, role.Fact), role.Role, flips, flips ? flipped?.Answer ?? NoQuestion.Arises : null);
        }).Where(link => link.Role != Role.Amends || link.Flips || inputs.Contains(link.Event.Event)).ToList();
        return new Why(key.What, key.Subject, history.Title, key.Event, says?.Answer
            ?? NoQuestion.Arises, sentence, chain) { RuleSet = rules.Version };
    }

    private static CampaignState Without(CampaignState state, Fact fact) =>
        state.Revised(state.Knowledge.Without(fact), state.Viewpoint, [fact.Recorded.Event.Subject], state.Cut);
}

/// <summary>An event in a chain of reasons.</summary>
/// <param name="Event">The event.</param>
/// <param name="Role">What part it plays.</param>
/// <param name="Flips">True where the answer would be another if it had never been recorded.</param>
/// <param name="Otherwise">The answer without it; empty where the question would not arise; null where it makes no difference
/// alone.</param>
public sealed record Link(ShownEvent Event, Role Role, bool Flips, StatusAnswer? Otherwise);
