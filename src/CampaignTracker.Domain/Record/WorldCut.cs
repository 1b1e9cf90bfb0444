using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Record;

/// <summary>How far the world has come: V for every fact, or another date for some of them, as a counterfactual supposes.</summary>
/// <param name="AsOf">V; null is open.</param>
/// <param name="Others">The facts that the other date holds for.</param>
/// <param name="OthersAsOf">The other date; null is open.</param>
internal sealed record WorldCut(EdtfDate? AsOf, IReadOnlySet<Guid> Others, EdtfDate? OthersAsOf)
{
    private static readonly IReadOnlySet<Guid> None = System.Collections.Frozen.FrozenSet<Guid>.Empty;

    /// <summary>The cut at V for every fact.</summary>
    public static WorldCut At(EdtfDate? asOf) => new(asOf, None, asOf);

    /// <summary>True where nothing is cut.</summary>
    public bool IsOpen => AsOf is null && (Others.Count == 0 || OthersAsOf is null);

    /// <summary>The furthest that the world has come for some fact; null is open.</summary>
    public EdtfDate? Furthest =>
        Others.Count == 0 ? AsOf : AsOf is null || OthersAsOf is null ? null : AsOf.Latest < OthersAsOf.Latest ? OthersAsOf : AsOf;

    /// <summary>How far the world has come for a fact; null is open.</summary>
    public EdtfDate? Of(Fact fact) => Others.Count > 0 && Others.Contains(fact.Id) ? OthersAsOf : AsOf;

    /// <summary>True when a fact may have happened. What recorders say about the record always counts.</summary>
    public bool HasReached(Fact fact) => Of(fact) is not { } v || fact.Event.Occurred.Earliest <= v.Latest || fact.IsKnowledge;

    /// <summary>True where every fact has come at least as far as with another cut.</summary>
    public bool Continues(WorldCut earlier) => Others.Count == 0 && earlier.Others.Count == 0
        && (AsOf is null || earlier.AsOf is not null && earlier.AsOf.Latest <= AsOf.Latest);

    /// <summary>True when what a fact sets in motion may have come about.</summary>
    public bool MayMove(Fact fact) => Of(fact) is not { } v || fact.Event.MovesAt().Earliest <= v.Latest;
}
