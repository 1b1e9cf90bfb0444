using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>
/// The gates of an agreement, each with what links it to reform and which demands are its conditions: everything but how far they are met.
/// </summary>
internal static class AgreementTerms
{
    /// <summary>The gates of an agreement, each with its terms; the same objects as before where they rest on the same facts.</summary>
    public static List<GateTerms> Of(CampaignState state, SubjectHistory agreement, Memo memo) =>
        memo.Of<List<GateTerms>>(
            "terms", agreement.Name, [agreement, state.Opened, .. OfDemands(state, agreement)], last => Of(state, agreement, last));

    private static List<GateTerms> Of(CampaignState state, SubjectHistory agreement, List<GateTerms>? last)
    {
        List<GateTerms> found = [];
        var gates = Gate.Of(state, agreement).ConvertAll(gate => (Gate: gate, Linkages: Linkage.Covering(agreement, gate)));
        for (var i = 0; i < gates.Count; i++)
        {
            var (gate, linkages) = gates[i];
            // Holding back does not wipe out why: only a gate that advanced is a baseline.
            var baseline = gates.FindLastIndex(Math.Max(0, i - 1), i, earlier =>
                !earlier.Gate.HoldsBack && earlier.Linkages.Count > 0 && earlier.Gate.Point.End < gate.Point.Start);
            var next = gates.FindIndex(i + 1, later => later.Linkages.Count > 0 && later.Gate.Point.Start > gate.Point.End);
            var terms = new GateTerms(
                gate, linkages, baseline < 0 ? null : gates[baseline].Gate, next < 0 ? null : gates[next].Gate,
                [.. AttachedDemand.At(state, agreement, gate)],
                [.. gate.Grounds.Select(ground => new NamedGround(
                ground, ground.Demand is { } demand ? state.Knowledge.Canonical(demand) : null))],
                EndAssumed(state, agreement, gate));
            found.Add(last?.Find(known => known.Gate.Id == gate.Id) is { } same && same.IsSame(terms) ? same : terms);
        }
        return found;
    }

    /// <summary>True when a linkage or a condition is read as ended before the gate, though the dates leave that open.</summary>
    private static bool EndAssumed(CampaignState state, SubjectHistory agreement, Gate gate)
    {
        bool IsOpen(EdtfDate date) => gate.Point.Place(date) == Placing.Unknown;
        bool MayCover(LinkageDeclared declared) =>
            declared.Names(gate.Milestone) && gate.Point.Place(declared.MovesAt()) != Placing.NotBefore;

        return agreement.Facts.Any(fact => fact.Event switch
        {
            LinkageWithdrawn withdrawn => IsOpen(withdrawn.MovesAt())
                && agreement.Recordings.Any(declared => declared.Id == withdrawn.Linkage && declared.Event is LinkageDeclared linkage
                && MayCover(linkage)),
            ConditionDetached detached => IsOpen(detached.MovesAt()),
            ConditionAttached attached => gate.Point.Place(attached.Occurred) != Placing.NotBefore
                && state.History(attached.Demand)?.Closings.Any(closing => IsOpen(closing.Event.MovesAt())) == true,
            _ => false,
        });
    }

    // What opens a demand that was ever attached, and what closes it.
    private static List<Fact> OfDemands(CampaignState state, SubjectHistory agreement)
    {
        List<Fact> facts = [];
        foreach (var name in agreement.Facts.Select(fact => fact.Event.Condition()).OfType<string>())
        {
            if (state.History(name) is not { } demand) continue;
            if (demand.Opening is { } opening) facts.Add(opening);
            facts.AddRange(demand.Closings);
        }
        return facts;
    }
}

/// <summary>The terms on which one gate stands.</summary>
/// <param name="Linkages">The linkages that cover it.</param>
/// <param name="Baseline">The latest earlier gate that advanced and is covered; null where there is none.</param>
/// <param name="Next">The next covered gate; null where there is none.</param>
/// <param name="Demands">The demands that are its conditions.</param>
/// <param name="Grounds">The stated grounds, each with the demand that it names after merges.</param>
/// <param name="EndAssumed">True when a linkage or a condition is read as ended before the gate, though the dates leave that open.</param>
internal sealed record GateTerms(
    Gate Gate, List<Linkage> Linkages, Gate? Baseline, Gate? Next, List<AttachedDemand> Demands, IReadOnlyList<NamedGround> Grounds,
    bool EndAssumed)
{
    /// <summary>True where they rest on the same facts.</summary>
    public bool IsSame(GateTerms other) => Gate.IsSame(other.Gate) && IsSame(Baseline, other.Baseline) && IsSame(Next, other.Next)
        && EndAssumed == other.EndAssumed && Grounds.SequenceEqual(other.Grounds)
        && Linkages.Count == other.Linkages.Count && Linkages.Zip(other.Linkages).All(pair => pair.First.IsSame(pair.Second))
        && Demands.Count == other.Demands.Count && Demands.Zip(other.Demands).All(pair => pair.First.IsSame(pair.Second));

    private static bool IsSame(Gate? one, Gate? other) => one is null ? other is null : other is not null && one.IsSame(other);
}

/// <summary>A stated ground.</summary>
/// <param name="Demand">The demand that it names, after merges; null where it names none.</param>
internal sealed record NamedGround(Ground Ground, string? Demand);
