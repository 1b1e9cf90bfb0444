using System.Collections.Frozen;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>
/// What was worked out for states of one campaign, drawn one from the other: what rests on the same facts as before is not worked out again.
/// It changes no answer, only its cost.
/// </summary>
internal sealed class Recall
{
    // Most types declare no effect at all.
    private static readonly FrozenDictionary<Type, bool> Moving = EventCatalogue.All.ToFrozenDictionary(type => type.ClrType,
        type => type.ClrType == typeof(StatusContested) || type.ClrType.GetMethod(nameof(CampaignEvent.Effects))!.DeclaringType != typeof(CampaignEvent));

    private readonly Dictionary<Fact, StatusMove?> moves = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, (List<StatusMove> Criterion, List<StatusMove> Demand, MoveTimeline MoveTimeline)> tracks = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid Gate, string Demand), (Condition Condition, GateTerms At, MoveTimeline MoveTimeline)> conditions = [];
    private readonly Dictionary<(string Agreement, Guid Gate, string Criterion), Component> components = [];
    private readonly Dictionary<string, AgreementTerms> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (IReadOnlyList<GateJudgement> Gates, List<Word> Words)> words = new(StringComparer.Ordinal);

    /// <summary>States may be looked at by several at a time.</summary>
    public Lock Gate { get; } = new();

    /// <summary>True for an event of a type that may move a status.</summary>
    public static bool Moves(CampaignEvent e) => !Moving.TryGetValue(e.GetType(), out var moves) || moves;

    /// <summary>The move of a fact: the same object for the same fact.</summary>
    public StatusMove? MoveOf(Fact fact, Fact? settled)
    {
        lock (Gate)
        {
            if (moves.TryGetValue(fact, out var known) && ReferenceEquals(known?.Settled, settled)) return known;
            return moves[fact] = StatusMove.Of(fact, settled);
        }
    }

    /// <summary>The gates of an agreement and on what terms they stand.</summary>
    public AgreementTerms TermsOf(CampaignState state, SubjectHistory agreement)
    {
        if (terms.TryGetValue(agreement.Name, out var known) && known.HoldsIn(state, agreement)) return known;
        return terms[agreement.Name] = AgreementTerms.Of(state, agreement, known);
    }

    /// <summary>A condition at a gate.</summary>
    /// <param name="track">The moves that its status follows from.</param>
    public Condition ConditionOf(AttachedDemand demand, MoveTimeline track, GateTerms at)
    {
        var key = (at.Gate.Id, demand.History.Name);
        var isKnown = conditions.TryGetValue(key, out var known);
        if (isKnown && ReferenceEquals(known.At, at) && ReferenceEquals(known.MoveTimeline, track)) return known.Condition;
        var baseline = demand.Issued.Occurred.Earliest > at.Baseline?.Point.Start ? null : at.Baseline;
        var condition = new Condition(demand, track, at.Gate, baseline);
        if (isKnown && known.Condition.IsSame(condition)) condition = known.Condition;
        conditions[key] = (condition, at, track);
        return condition;
    }

    /// <summary>Conditions that are read together, at one gate or at several of an agreement.</summary>
    public List<Component> ComponentsOf(string agreement, Guid gate, IEnumerable<Condition> conditions)
    {
        List<Component> found = [];
        foreach (var group in conditions.GroupBy(condition => condition.Criterion.History.Name, StringComparer.Ordinal))
        {
            var key = (agreement, gate, group.Key);
            if (!components.TryGetValue(key, out var known) || !known.Conditions.SequenceEqual(group)) components[key] = known = new Component(group);
            found.Add(known);
        }
        return found;
    }

    /// <summary>What is said of an agreement, in every reading.</summary>
    public List<Word> WordsOf(string agreement, IReadOnlyList<GateJudgement> gates)
    {
        lock (Gate)
        {
            if (!words.TryGetValue(agreement, out var known) || !known.Gates.SequenceEqual(gates)) words[agreement] = known = (gates, AgreementWords.Of(gates));
            return known.Words;
        }
    }

    /// <summary>The moves that the status of a demand follows from.</summary>
    public MoveTimeline TrackOf(CampaignState state, string name)
    {
        var demand = state.History(name)!;
        var criterion = Criterion.Of(state, demand);
        var (own, others) = (state.MovesOf(demand), state.MovesOf(criterion.History));
        if (tracks.TryGetValue(name, out var known)
            && ReferenceEquals(known.Demand, own) && ReferenceEquals(known.Criterion, others) && known.MoveTimeline.Criterion.IsSame(criterion)) return known.MoveTimeline;
        var track = new MoveTimeline(criterion, ReferenceEquals(own, others) ? own : [.. others.Concat(own).OrderBy(move => move.Fact)]);
        tracks[name] = (others, own, track);
        return track;
    }
}
