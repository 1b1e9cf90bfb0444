using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Record;

/// <summary>How far the world has come: V for every fact, or another date for some of them, as a counterfactual supposes.</summary>
/// <param name="AsOf">V; null is open.</param>
/// <param name="Others">The facts that the other date holds for; null for none.</param>
/// <param name="OthersAsOf">The other date; null is open.</param>
internal sealed record WorldCut(EdtfDate? AsOf, IReadOnlySet<Guid>? Others, EdtfDate? OthersAsOf)
{
    /// <summary>The cut at V for every fact.</summary>
    public static WorldCut At(EdtfDate? asOf) => new(asOf, null, asOf);

    /// <summary>True where nothing is cut.</summary>
    public bool IsOpen => AsOf is null && (Others is null || OthersAsOf is null);

    /// <summary>The furthest that the world has come for some fact; null is open.</summary>
    public EdtfDate? Furthest =>
        Others is null ? AsOf : AsOf is null || OthersAsOf is null ? null : AsOf.Latest < OthersAsOf.Latest ? OthersAsOf : AsOf;

    /// <summary>How far the world has come for a fact; null is open.</summary>
    public EdtfDate? Of(Fact fact) => Others is not null && Others.Contains(fact.Id) ? OthersAsOf : AsOf;

    /// <summary>True when a fact may have happened. What recorders say about the record always counts.</summary>
    public bool HasReached(Fact fact) => Of(fact) is not { } v || fact.Event.Occurred.Earliest <= v.Latest || fact.IsKnowledge;

    /// <summary>True when what a fact sets in motion may have come about.</summary>
    public bool MayMove(Fact fact) => Of(fact) is not { } v || fact.Event.MovesAt().Earliest <= v.Latest;
}
