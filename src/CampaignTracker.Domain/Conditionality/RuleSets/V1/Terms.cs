using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>The gates of an agreement, each with what links it to reform and which demands are its conditions: all but how far they are met.</summary>
internal sealed class Terms
{
    private readonly SubjectStory agreement;
    private readonly CampaignOpened? opened;
    private readonly List<Fact> ofDemands;

    private Terms(Picture picture, SubjectStory agreement, Terms? before)
    {
        (this.agreement, opened, ofDemands) = (agreement, picture.Opened, OfDemands(picture, agreement));
        var gates = JudgedGate.Of(picture, agreement).ConvertAll(gate => (Gate: gate, Linkages: Linkage.Covering(agreement, gate)));
        for (var i = 0; i < gates.Count; i++)
        {
            var (gate, linkages) = gates[i];
            // Holding back does not wipe out why: only a gate that advanced is a baseline.
            var baseline = gates.FindLastIndex(Math.Max(0, i - 1), i, earlier =>
                !earlier.Gate.HoldsBack && earlier.Linkages.Count > 0 && earlier.Gate.Point.End < gate.Point.Start);
            var next = gates.FindIndex(i + 1, later => later.Linkages.Count > 0 && later.Gate.Point.Start > gate.Point.End);
            var at = new TermsAtGate(
                gate, linkages, baseline < 0 ? null : gates[baseline].Gate, next < 0 ? null : gates[next].Gate,
                [.. AttachedDemand.At(picture, agreement, gate)],
                [.. gate.Grounds.Select(ground => ground.Demand).OfType<string>().Select(picture.Knowledge.Canonical)],
                EndAssumed(picture, agreement, gate));
            AtGates.Add(before?.AtGates.Find(known => known.Gate.Id == gate.Id) is { } same && same.IsSame(at) ? same : at);
        }
    }

    public List<TermsAtGate> AtGates { get; } = [];

    /// <param name="before">The terms in another picture: a gate on the same terms keeps them.</param>
    public static Terms Of(Picture picture, SubjectStory agreement, Terms? before) => new(picture, agreement, before);

    /// <summary>True where they rest on the same facts in another picture.</summary>
    public bool HoldsIn(Picture picture, SubjectStory other) =>
        ReferenceEquals(agreement, other) && ReferenceEquals(opened, picture.Opened) && ofDemands.SequenceEqual(OfDemands(picture, other), ReferenceEqualityComparer.Instance);

    /// <summary>True when a linkage or a condition is read as ended before the gate, though the dates leave that open.</summary>
    private static bool EndAssumed(Picture picture, SubjectStory agreement, JudgedGate gate)
    {
        bool IsOpen(FuzzyDate date) => gate.Point.Place(date) == Placing.Unknown;
        bool MayCover(LinkageDeclared declared) => declared.Names(gate.Milestone) && gate.Point.Place(declared.MovesAt()) != Placing.NotBefore;

        return agreement.Facts.Any(fact => fact.Event switch
        {
            LinkageWithdrawn withdrawn => IsOpen(withdrawn.MovesAt())
                && agreement.Recordings.Any(declared => declared.Id == withdrawn.Linkage && declared.Event is LinkageDeclared linkage && MayCover(linkage)),
            ConditionDetached detached => IsOpen(detached.MovesAt()),
            ConditionAttached attached => gate.Point.Place(attached.Occurred) != Placing.NotBefore
                && picture.Story(attached.Demand)?.Closings.Any(closing => IsOpen(closing.Event.MovesAt())) == true,
            _ => false,
        });
    }

    // What opens a demand that was ever attached, and what closes it.
    private static List<Fact> OfDemands(Picture picture, SubjectStory agreement)
    {
        List<Fact> facts = [];
        foreach (var name in agreement.Facts.Select(AttachedDemand.DemandOf).OfType<string>())
        {
            if (picture.Story(name) is not { } demand) continue;
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
internal sealed record TermsAtGate(
    JudgedGate Gate, List<Linkage> Linkages, JudgedGate? Baseline, JudgedGate? Next, List<AttachedDemand> Demands, HashSet<string> Named, bool EndAssumed)
{
    /// <summary>True where they rest on the same facts.</summary>
    public bool IsSame(TermsAtGate other) => Gate.IsSame(other.Gate) && IsSame(Baseline, other.Baseline) && IsSame(Next, other.Next)
        && EndAssumed == other.EndAssumed && Named.SetEquals(other.Named)
        && Linkages.Count == other.Linkages.Count && Linkages.Zip(other.Linkages).All(pair => pair.First.IsSame(pair.Second))
        && Demands.Count == other.Demands.Count && Demands.Zip(other.Demands).All(pair => pair.First.IsSame(pair.Second));

    private static bool IsSame(JudgedGate? one, JudgedGate? other) => one is null ? other is null : other is not null && one.IsSame(other);
}
