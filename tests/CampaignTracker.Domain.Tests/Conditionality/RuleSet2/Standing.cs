using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>What a person is, as far as a demand for liberty asks.</summary>
internal enum Liberty
{
    NothingRecorded,
    Died,
    InPrison,
    AtHome,
    FreeWithConditions,
    Free,
}

/// <summary>How a condition stands after some items, and what set it.</summary>
/// <param name="Rank">Its rank.</param>
/// <param name="Liberty">The liberty of the person, where that measures it.</param>
/// <param name="WasInPrison">True once custody was recorded: house arrest without any is Open.</param>
/// <param name="IsRestricted">True once the restriction had a status: a mere request for a ban changes none.</param>
/// <param name="By">The item that set it; null where nothing did.</param>
internal sealed record Standing(Rank Rank, Liberty Liberty, bool WasInPrison, bool IsRestricted, DatedItem? By)
{
    public static Standing Beginning { get; } = new(Rank.Open, Liberty.NothingRecorded, false, false, null);

    public bool IsAtLiberty => Liberty >= Liberty.FreeWithConditions;

    public bool IsHeld => Liberty is Liberty.InPrison or Liberty.AtHome;

    /// <summary>How it stands after one more item.</summary>
    public Standing After(Timetable.Condition condition, DatedItem item, World world)
    {
        var standing = this;
        foreach (var effect in EffectsOf(item, world)) standing = standing.After(condition.Measure, effect, item);
        return standing;
    }

    /// <summary>What an item does in a world: what its type declares, or what the claim of that world amounts to.</summary>
    public static IEnumerable<Effect> EffectsOf(DatedItem item, World world) =>
        item.Claims.Count > 0 ? [item.Claims[world.Claim[item.Index]]] : item.Event.Effects();

    private Standing After(Measure? measure, Effect effect, DatedItem item) => (measure, effect) switch
    {
        // Death in custody is for good.
        (Measure.Liberty, _) when Liberty == Liberty.Died => this,
        (Measure.Liberty, SetsCustody { Custody: Custody.Held }) => this with { Rank = Rank.Open, Liberty = Liberty.InPrison, WasInPrison = true, By = item },
        (Measure.Liberty, SetsHouseArrest) => this with { Rank = WasInPrison ? Rank.PartlyMet : Rank.Open, Liberty = Liberty.AtHome, By = item },
        (Measure.Liberty, SetsCustody { Custody: Custody.FreeConditionally }) =>
            this with { Rank = Rank.MetConditionally, Liberty = Liberty.FreeWithConditions, By = item },
        (Measure.Liberty, SetsCustody { Custody: Custody.Free }) => this with { Rank = Rank.Met, Liberty = Liberty.Free, By = item },
        (Measure.Liberty, SetsCustody { Custody: Custody.Died }) => this with { Rank = Rank.Open, Liberty = Liberty.Died, By = item },
        (Measure.Restriction, SetsRestriction { State: RestrictionState.Requested }) when IsRestricted => this,
        (Measure.Restriction, SetsRestriction set) => this with { Rank = RankOf(set.State), IsRestricted = true, By = item },
        (Measure.Reviewer, SetsFulfilment set) => this with { Rank = RankOf(set.Fulfilment), By = item },
        _ => this,
    };

    private static Rank RankOf(RestrictionState state) => state switch
    {
        RestrictionState.Eased => Rank.PartlyMet,
        RestrictionState.Suspended => Rank.MetConditionally,
        RestrictionState.Lifted => Rank.Met,
        _ => Rank.Open,
    };

    private static Rank RankOf(Fulfilment fulfilment) => fulfilment switch
    {
        Fulfilment.PartlyMet => Rank.PartlyMet,
        Fulfilment.MetConditionally => Rank.MetConditionally,
        Fulfilment.Met => Rank.Met,
        _ => Rank.Open,
    };
}

/// <summary>The steps away from what was asked that are pending since the baseline, item by item.</summary>
internal sealed class Steps
{
    private const string Lost = "lost", Custody = "held after liberty", Prison = "from house arrest to prison", Charge = "charge",
        Custodial = "custodial sentence", Longer = "longer sentence", Regime = "regime", Ban = "ban", OfMeasure = "measure", Death = "death";

    private readonly Timetable.Condition condition;
    private readonly World world;
    private readonly Func<Standing, bool> isEnough;
    private readonly Standing baseline;
    private readonly HashSet<string> pending = [];
    private bool wasEnough;
    private bool wasAtLiberty;

    /// <param name="baseline">How the condition stood at the baseline.</param>
    /// <param name="isEnough">What is met enough.</param>
    public Steps(Timetable.Condition condition, World world, Standing baseline, Func<Standing, bool> isEnough)
    {
        (this.condition, this.world, this.baseline, this.isEnough) = (condition, world, baseline, isEnough);
        (Standing, wasEnough, wasAtLiberty) = (baseline, isEnough(baseline), baseline.IsAtLiberty);
    }

    public Standing Standing { get; private set; }

    /// <summary>True where a step Away is not undone.</summary>
    public bool IsAway => pending.Count > 0;

    public bool WasToward { get; private set; }

    public bool WasRefused { get; private set; }

    /// <summary>Takes one more item.</summary>
    public void Take(DatedItem item)
    {
        var (before, after) = (Standing, Standing.After(condition, item, world));
        var isSet = after.By == item;
        var steps = Standing.EffectsOf(item, world).OfType<TakesStep>().ToList();

        WasRefused |= steps.Exists(step => step.Direction == Direction.Refusal);
        WasToward |= steps.Exists(step => step.Direction == Direction.Toward)
            || condition.Measure == Domain.Demands.Measure.Liberty && (item.Event is AppealDecided { Outcome: AppealOutcome.Acquitted }
                || isSet && before.Liberty == Liberty.InPrison && after.Liberty == Liberty.AtHome);

        // A longer sentence that frees is undone by that liberty.
        foreach (var kind in Away(item, before, after, isSet, steps)) pending.Add(kind);
        foreach (var kind in Undone(item, after, isSet, steps)) pending.Remove(kind);
        if (isEnough(after)) pending.Clear();

        Standing = after;
        wasEnough |= isEnough(after);
        wasAtLiberty |= after.IsAtLiberty;
    }

    private IEnumerable<string> Away(DatedItem item, Standing before, Standing after, bool isSet, List<TakesStep> steps)
    {
        if (isSet && wasEnough && !isEnough(after)) yield return Lost;
        foreach (var step in steps.Where(step => step.Direction == Direction.Away))
        {
            switch (step.Kind)
            {
                case StepKind.Custody: yield return Custody; break;
                case StepKind.Charge: if (before.IsHeld) yield return Charge; break;
                case StepKind.Ban: yield return Ban; break;
                case StepKind.Death: yield return Death; break;
                case StepKind.Regime: yield return Regime; break;
                case StepKind.Sentence: yield return Longer; break;
                default: yield return OfMeasure; break;
            }
        }
        if (condition.Measure != Domain.Demands.Measure.Liberty) yield break;
        if (isSet && after.IsHeld && wasAtLiberty) yield return Custody;
        if (isSet && before.Liberty == Liberty.AtHome && after.Liberty == Liberty.InPrison) yield return Prison;
        if (item.Event is Convicted { Custodial: true }) yield return Custodial;
    }

    private IEnumerable<string> Undone(DatedItem item, Standing after, bool isSet, List<TakesStep> steps)
    {
        foreach (var step in steps.Where(step => step.Direction == Direction.Toward))
        {
            if (step.Kind == StepKind.Regime) yield return Regime;
            if (step.Kind == StepKind.Sentence) yield return Longer;
            if (step.Kind == StepKind.Measure) yield return OfMeasure;
        }
        if (item.Event is AppealDecided { Outcome: AppealOutcome.Quashed or AppealOutcome.Acquitted })
        {
            yield return Custodial;
            yield return Longer;
        }
        if (isSet && after.Liberty == Liberty.AtHome)
        {
            yield return Prison;
            yield return Custodial;
            yield return Regime;
        }
        if (isSet && after.IsAtLiberty)
        {
            yield return Prison;
            yield return Custodial;
            yield return Longer;
            yield return Regime;
            yield return Charge;
            if (after.Liberty >= baseline.Liberty) yield return Custody;
        }
    }
}
