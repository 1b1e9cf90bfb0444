using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Statuses;

/// <summary>
/// What a demand's status follows from: the liberty of the person it is about, the restriction it is about, else what reviewers assess.
/// </summary>
/// <param name="Kind">Case, Restriction, or Demand for one that is judged.</param>
/// <param name="History">The history that sets it, up to V.</param>
internal sealed record Criterion(SubjectKind Kind, SubjectHistory History)
{
    public static Criterion Of(CampaignState state, SubjectHistory demand) =>
        (demand.Opening?.Event as DemandIssued)?.About is { } about
        && state.Knowledge.History(about)?.Kind is { } kind and (SubjectKind.Case or SubjectKind.Restriction)
        && state.History(about) is { } history
            ? new Criterion(kind, history)
            : new Criterion(SubjectKind.Demand, demand);

    /// <summary>True where the same subject sets it, in the same way.</summary>
    public bool IsSame(Criterion other) => Kind == other.Kind && History.Name == other.History.Name;

    /// <summary>True for an effect that sets it.</summary>
    public bool IsSetBy(Effect effect) => Kind switch
    {
        SubjectKind.Case => effect is SetsCustody,
        SubjectKind.Restriction => effect is SetsRestriction,
        _ => effect is SetsFulfilment,
    };
}
