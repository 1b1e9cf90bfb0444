using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Statuses;

/// <summary>
/// What a demand's status follows from: the liberty of the person it is about, the restriction it is about, else what reviewers assess.
/// </summary>
internal sealed class Criterion
{
    private readonly CampaignState state;
    private readonly SubjectHistory demand;
    private readonly bool isMeasured;

    private Criterion(CampaignState state, SubjectHistory demand, SubjectKind kind, SubjectHistory history, bool isMeasured)
    {
        (this.state, this.demand, this.isMeasured) = (state, demand, isMeasured);
        (Kind, History) = (kind, history);
    }

    /// <summary>Case, Restriction, or Demand for one that is judged.</summary>
    public SubjectKind Kind { get; }

    /// <summary>The history that sets it, up to V.</summary>
    public SubjectHistory History { get; }

    /// <summary>By the rule set of the campaign: from version 2 on a demand says what it is measured by.</summary>
    public static Criterion Of(CampaignState state, SubjectHistory demand)
    {
        if (!(state.Knowledge.RuleSet >= 2) || demand.Opening?.Event is not DemandIssued issued) return ByWhatItIsAbout(state, demand);
        var about = issued.About is null ? null : state.Knowledge.History(issued.About)?.Kind;
        var kind = (issued.MeasuredBy ?? DemandIssued.UsualMeasure(about)) switch
        {
            Measure.Liberty => SubjectKind.Case,
            Measure.Restriction => SubjectKind.Restriction,
            _ => SubjectKind.Demand,
        };
        // What cannot be seen sets nothing.
        var history = kind == SubjectKind.Demand || kind != about ? demand : state.History(issued.About!) ?? demand;
        return new(state, demand, kind, history, isMeasured: true);
    }

    /// <summary>By rule set 1: whatever it says that it is measured by.</summary>
    public static Criterion ByWhatItIsAbout(CampaignState state, SubjectHistory demand) =>
        (demand.Opening?.Event as DemandIssued)?.About is { } about
        && state.Knowledge.History(about)?.Kind is { } kind and (SubjectKind.Case or SubjectKind.Restriction)
        && state.History(about) is { } history
            ? new Criterion(state, demand, kind, history, isMeasured: false)
            : new Criterion(state, demand, SubjectKind.Demand, demand, isMeasured: false);

    /// <summary>True where the same subject sets it, in the same way.</summary>
    public bool IsSame(Criterion other) => Kind == other.Kind && History.Name == other.History.Name;

    /// <summary>True for an effect that sets it.</summary>
    public bool IsSetBy(Effect effect) => Kind switch
    {
        SubjectKind.Case => effect is SetsCustody || isMeasured && effect is SetsHouseArrest,
        SubjectKind.Restriction => effect is SetsRestriction,
        _ => effect is SetsFulfilment,
    };

    /// <summary>The rank that a status amounts to. House arrest before which no custody is recorded frees nobody from prison.</summary>
    public Rank RankOf(Effect? status) => status is SetsHouseArrest && !History.Facts.Any(WasHeld) ? Rank.Open : Ranks.Of(status);

    /// <summary>False for an assessment by the reforming side or by an addressee: nobody judges himself.</summary>
    public bool Counts(Fact fact) => !isMeasured || Kind != SubjectKind.Demand || fact.Event is not FulfilmentAssessed assessed
        || !(IsAddressee(assessed.Reviewer)
            || (assessed.ReviewerSide ?? Reviewers.SideOf(state, assessed.Reviewer)) == ReviewerSide.ReformingSide);

    /// <summary>False for a claim of these, as long as it is not chosen.</summary>
    public bool MayClaim(string by) => !isMeasured || Kind != SubjectKind.Demand
        || !(IsAddressee(by) || Reviewers.SideOf(state, by) == ReviewerSide.ReformingSide);

    private bool IsAddressee(string name) => demand.Opening?.Event is DemandIssued issued && issued.IsAddressedTo(name);

    private bool WasHeld(Fact fact) => state.MayMove(fact)
        && fact.Event.Effects().Any(effect => effect is SetsCustody { Custody: Custody.Held });
}
