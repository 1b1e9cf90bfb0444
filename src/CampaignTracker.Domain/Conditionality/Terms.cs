using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Corrections;
using CampaignTracker.Domain.Replay;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>The gates of an agreement, each with what links it to reform and which demands are its conditions: all but how far they are met.</summary>
internal sealed class Terms
{
    private readonly SubjectStory agreement;
    private readonly CampaignOpened? opened;
    private readonly List<Fact> ofDemands;

    private Terms(Picture picture, SubjectStory agreement)
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
            AtGates.Add(new TermsAtGate(gate, linkages, baseline < 0 ? null : gates[baseline].Gate, next < 0 ? null : gates[next].Gate, [.. AttachedDemand.At(picture, agreement, gate)]));
        }
    }

    public List<TermsAtGate> AtGates { get; } = [];

    public static Terms Of(Picture picture, SubjectStory agreement) => new(picture, agreement);

    /// <summary>True where they rest on the same facts in another picture.</summary>
    public bool HoldsIn(Picture picture, SubjectStory other) =>
        ReferenceEquals(agreement, other) && ReferenceEquals(opened, picture.Opened) && ofDemands.SequenceEqual(OfDemands(picture, other), ReferenceEqualityComparer.Instance);

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
internal sealed record TermsAtGate(JudgedGate Gate, List<Linkage> Linkages, JudgedGate? Baseline, JudgedGate? Next, List<AttachedDemand> Demands);
