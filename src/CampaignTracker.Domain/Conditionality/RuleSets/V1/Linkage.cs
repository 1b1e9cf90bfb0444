using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>A linkage that covers a gate.</summary>
/// <param name="Fact">Its declaration.</param>
/// <param name="Strength">Its strength at the gate: Committed only where its body holds the gate.</param>
/// <param name="IssueArea">What must improve.</param>
/// <param name="OrderAssumed">True when its order to the gate is unknown, and read as before.</param>
internal sealed record Linkage(Fact Fact, LinkageStrength Strength, string IssueArea, bool OrderAssumed)
{
    /// <summary>The linkages that cover a gate: declared before it by a body of the promising side, and not withdrawn before it.</summary>
    public static List<Linkage> Covering(SubjectHistory agreement, Gate gate)
    {
        var definition = (AgreementDefined)agreement.Opening!.Event;
        var withdrawn = agreement.Recordings
            .Where(fact => fact.Event is LinkageWithdrawn && gate.Point.Place(fact.Event.MovesAt()) != Placing.NotBefore)
            .ToLookup(fact => ((LinkageWithdrawn)fact.Event).Linkage);
        List<Linkage> covering = [];
        foreach (var twins in DuplicateFacts.Of(agreement.Recordings.Where(fact => fact.Event is LinkageDeclared)))
        {
            var declared = (LinkageDeclared)twins[0].Event;
            var placing = gate.Point.Place(declared.MovesAt());
            if (placing == Placing.NotBefore || definition.BodyNamed(declared.By) is null || !declared.Names(gate.Milestone)) continue;
            if (twins.Any(twin => withdrawn.Contains(twin.Id))) continue;
            var strength = declared.Strength == LinkageStrength.Committed && !definition.Holds(declared.By, gate.Milestone)
                ? LinkageStrength.Political
                : declared.Strength;
            covering.Add(new Linkage(twins[0], strength, declared.IssueArea, placing == Placing.Unknown));
        }
        return covering;
    }

    /// <summary>True where it rests on the same facts.</summary>
    public bool IsSame(Linkage other) =>
        ReferenceEquals(Fact, other.Fact) && Strength == other.Strength && OrderAssumed == other.OrderAssumed;

    /// <summary>True when a ground names this linkage's issue area.</summary>
    public bool IsNamedBy(Ground ground) => string.Equals(ground.IssueArea?.Trim(), IssueArea.Trim(), StringComparison.OrdinalIgnoreCase);
}
