using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>The gates of an agreement, each with what links it to reform and which demands are its conditions: all but how far they are met.</summary>
internal sealed class AgreementTerms
{
    private readonly SubjectHistory agreement;
    private readonly CampaignOpened? opened;
    private readonly List<Fact> ofDemands;

    private AgreementTerms(CampaignState state, SubjectHistory agreement, AgreementTerms? before)
    {
        (this.agreement, opened, ofDemands) = (agreement, state.Opened, OfDemands(state, agreement));
        var gates = JudgedGate.Of(state, agreement).ConvertAll(gate => (Gate: gate, Linkages: Linkage.Covering(agreement, gate)));
        for (var i = 0; i < gates.Count; i++)
        {
            var (gate, linkages) = gates[i];
            // Holding back does not wipe out why: only a gate that advanced is a baseline.
            var baseline = gates.FindLastIndex(Math.Max(0, i - 1), i, earlier =>
                !earlier.Gate.HoldsBack && earlier.Linkages.Count > 0 && earlier.Gate.Point.End < gate.Point.Start);
            var next = gates.FindIndex(i + 1, later => later.Linkages.Count > 0 && later.Gate.Point.Start > gate.Point.End);
            var at = new GateTerms(
                gate, linkages, baseline < 0 ? null : gates[baseline].Gate, next < 0 ? null : gates[next].Gate,
                [.. AttachedDemand.At(state, agreement, gate)],
                [.. gate.Grounds.Select(ground => ground.Demand).OfType<string>().Select(state.Knowledge.Canonical)],
                EndAssumed(state, agreement, gate));
            Gates.Add(before?.Gates.Find(known => known.Gate.Id == gate.Id) is { } same && same.IsSame(at) ? same : at);
        }
    }

    public List<GateTerms> Gates { get; } = [];

    /// <param name="before">The terms in another state: a gate on the same terms keeps them.</param>
    public static AgreementTerms Of(CampaignState state, SubjectHistory agreement, AgreementTerms? before) => new(state, agreement, before);

    /// <summary>True where they rest on the same facts in another state.</summary>
    public bool HoldsIn(CampaignState state, SubjectHistory other) =>
        ReferenceEquals(agreement, other) && ReferenceEquals(opened, state.Opened) && ofDemands.SequenceEqual(OfDemands(state, other), ReferenceEqualityComparer.Instance);

    /// <summary>True when a linkage or a condition is read as ended before the gate, though the dates leave that open.</summary>
    private static bool EndAssumed(CampaignState state, SubjectHistory agreement, JudgedGate gate)
    {
        bool IsOpen(EdtfDate date) => gate.Point.Place(date) == Placing.Unknown;
        bool MayCover(LinkageDeclared declared) => declared.Names(gate.Milestone) && gate.Point.Place(declared.MovesAt()) != Placing.NotBefore;

        return agreement.Facts.Any(fact => fact.Event switch
        {
            LinkageWithdrawn withdrawn => IsOpen(withdrawn.MovesAt())
                && agreement.Recordings.Any(declared => declared.Id == withdrawn.Linkage && declared.Event is LinkageDeclared linkage && MayCover(linkage)),
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
        foreach (var name in agreement.Facts.Select(AttachedDemand.DemandOf).OfType<string>())
        {
            if (state.History(name) is not { } demand) continue;
            if (demand.Opening is { } opening) facts.Add(opening);
            facts.AddRange(demand.Closings);
        }
        return facts;
    }
}

/// <summary>On what terms one gate stands.</summary>
/// <param name="Linkages">The linkages that cover it.</param>
/// <param name="Baseline">The latest earlier gate that advanced and is covered; null where there is none.</param>
/// <param name="Next">The next covered gate; null where there is none.</param>
/// <param name="Demands">The demands that are its conditions.</param>
/// <param name="Named">The demands that the stated grounds name.</param>
/// <param name="EndAssumed">True when a linkage or a condition is read as ended before the gate, though the dates leave that open.</param>
internal sealed record GateTerms(
    JudgedGate Gate, List<Linkage> Linkages, JudgedGate? Baseline, JudgedGate? Next, List<AttachedDemand> Demands, HashSet<string> Named, bool EndAssumed)
{
    /// <summary>True where they rest on the same facts.</summary>
    public bool IsSame(GateTerms other) => Gate.IsSame(other.Gate) && IsSame(Baseline, other.Baseline) && IsSame(Next, other.Next)
        && EndAssumed == other.EndAssumed && Named.SetEquals(other.Named)
        && Linkages.Count == other.Linkages.Count && Linkages.Zip(other.Linkages).All(pair => pair.First.IsSame(pair.Second))
        && Demands.Count == other.Demands.Count && Demands.Zip(other.Demands).All(pair => pair.First.IsSame(pair.Second));

    private static bool IsSame(JudgedGate? one, JudgedGate? other) => one is null ? other is null : other is not null && one.IsSame(other);
}
