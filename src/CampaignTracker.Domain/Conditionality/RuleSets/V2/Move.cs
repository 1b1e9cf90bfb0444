using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>What a fact does to a condition: a list of changes, or one for each claim that competes.</summary>
/// <param name="Options">The changes, by claim where it is contested and not settled.</param>
/// <param name="Settled">The reconciliation that chose the claim; null where there is none.</param>
internal sealed record Move(IReadOnlyList<IReadOnlyList<Change>> Options, Fact? Settled)
{
    /// <summary>What a fact does; null where it does nothing to what a demand is measured by.</summary>
    /// <param name="settled">The reconciliation of its claims.</param>
    /// <param name="isHeard">Whether an assessment counts.</param>
    /// <param name="mayClaim">Whether a claim of somebody makes a world.</param>
    public static Move? Of(Fact fact, Measure measure, Fact? settled, Func<FulfilmentAssessed, bool> isHeard, Func<string, bool> mayClaim)
    {
        List<IReadOnlyList<Change>> options = fact.Event switch
        {
            StatusContested contested => OptionsOf(contested, measure, settled, mayClaim),
            FulfilmentAssessed assessed when !isHeard(assessed) => [],
            var e => ChangesOf(e, measure) is { Count: > 0 } changes ? [changes] : [],
        };
        return options.Count == 0 ? null : new Move(options, settled);
    }

    private static List<IReadOnlyList<Change>> OptionsOf(
        StatusContested contested, Measure measure, Fact? settled, Func<string, bool> mayClaim)
    {
        var chosen = (settled?.Event as ClaimsReconciled)?.Chosen;
        var claims = contested.Claims.Any(claim => claim.Value == chosen)
            ? contested.Claims.Where(claim => claim.Value == chosen)
            : contested.Claims.Where(claim => measure != Measure.Reviewer || mayClaim(claim.By));
        return [.. claims.Select(claim => claim.Effect()).OfType<Effect>().Distinct()
            .Select(effect => Change.Of(effect, measure)).OfType<Change>().Select(change => new[] { change })];
    }

    private static List<Change> ChangesOf(CampaignEvent e, Measure measure)
    {
        List<Change> changes = [.. e.Effects().Select(effect => Change.Of(effect, measure)).OfType<Change>()];
        if (measure != Measure.Liberty) return [.. changes.OrderBy(change => change.Kind == ChangeKind.Sets)];
        if (e is Convicted { Custodial: true }) changes.Add(new Change(ChangeKind.Away, Step: AwayKind.CustodialSentence));
        if (e is AppealDecided { Outcome: AppealOutcome.Quashed or AppealOutcome.Acquitted })
            changes.Add(new Change(ChangeKind.QuashesSentence));
        if (e is AppealDecided { Outcome: AppealOutcome.Acquitted }) changes.Add(new Change(ChangeKind.Toward));
        // A step Away of the same event is taken before what the event sets: liberty undoes it.
        return [.. changes.OrderBy(change => change.Kind == ChangeKind.Sets)];
    }
}

/// <summary>One thing that a fact does to a condition.</summary>
/// <param name="Place">Where a person is then, for a change that sets that.</param>
/// <param name="Rank">The rank that is then, for a change that sets one.</param>
/// <param name="Step">The kind of a step Away, or of what a step Toward undoes.</param>
internal sealed record Change(ChangeKind Kind, Standing Place = Standing.None, Rank Rank = Rank.Open, AwayKind Step = AwayKind.None)
{
    /// <summary>What an effect does to what a demand is measured by; null for nothing.</summary>
    public static Change? Of(Effect effect, Measure measure) => (effect, measure) switch
    {
        (SetsCustody sets, Measure.Liberty) => new(ChangeKind.Sets, sets.Custody switch
        {
            Custody.Held => Standing.Held,
            Custody.Died => Standing.Dead,
            _ => Standing.AtLiberty,
        }, Ranks.Of(sets)),
        (SetsHouseArrest, Measure.Liberty) => new(ChangeKind.Sets, Standing.HouseArrest, Rank.PartlyMet),
        (SetsRestriction { State: RestrictionState.Requested }, Measure.Restriction) => new(ChangeKind.Sets, Standing.Requested),
        (SetsRestriction sets, Measure.Restriction) => new(ChangeKind.Sets, Standing.Known, Ranks.Of(sets)),
        (SetsFulfilment sets, Measure.Reviewer) => new(ChangeKind.Sets, Standing.Known, Ranks.Of(sets)),
        (TakesStep { Direction: Direction.Refusal }, _) => new(ChangeKind.Refuses),
        (TakesStep { Direction: Direction.Toward } step, _) => new(ChangeKind.Toward, Step: KindOf(step.Kind)),
        (TakesStep { OnlyWhileHeld: true } step, _) => new(ChangeKind.AwayWhileHeld, Step: KindOf(step.Kind)),
        (TakesStep step, _) => new(ChangeKind.Away, Step: KindOf(step.Kind)),
        _ => null,
    };

    private static AwayKind KindOf(StepKind kind) => kind switch
    {
        StepKind.Custody => AwayKind.Return,
        StepKind.Charge => AwayKind.Charge,
        StepKind.Ban => AwayKind.Ban,
        StepKind.Death => AwayKind.Death,
        StepKind.Regime => AwayKind.Regime,
        StepKind.Sentence => AwayKind.LongerSentence,
        StepKind.Measure => AwayKind.Measure,
        _ => AwayKind.None,
    };
}

internal enum ChangeKind
{
    Sets,
    Refuses,
    Toward,
    Away,
    /// <summary>A step Away only of somebody held, at home or in prison.</summary>
    AwayWhileHeld,
    QuashesSentence,
}

/// <summary>Where a condition stands, as far as its rank does not say it.</summary>
internal enum Standing
{
    /// <summary>Nothing is recorded.</summary>
    None,
    Held,
    /// <summary>Held at home.</summary>
    HouseArrest,
    AtLiberty,
    /// <summary>Died in custody: for good.</summary>
    Dead,
    /// <summary>A ban that is only asked for.</summary>
    Requested,
    /// <summary>Whatever the rank says.</summary>
    Known,
}

/// <summary>What a step Away is about; it decides what undoes it (conditionality-2.md, 'What a demand is measured by').</summary>
[Flags]
internal enum AwayKind
{
    None = 0,
    /// <summary>Held, or under house arrest, after liberty; a re-arrest or a revoked release.</summary>
    Return = 1,
    HouseToPrison = 2,
    Charge = 4,
    CustodialSentence = 8,
    LongerSentence = 16,
    Regime = 32,
    Ban = 64,
    Death = 128,
    Measure = 256,
    /// <summary>No longer met enough, after having been met enough since the baseline.</summary>
    Lost = 512,
    /// <summary>What liberty of any kind undoes.</summary>
    UndoneByLiberty = HouseToPrison | Charge | CustodialSentence | LongerSentence | Regime,
    /// <summary>What house arrest undoes.</summary>
    UndoneByHouseArrest = HouseToPrison | CustodialSentence | Regime,
    /// <summary>What a later step Toward of the same kind undoes.</summary>
    UndoneByTheSame = LongerSentence | Regime | Measure,
    /// <summary>What a quashed sentence undoes.</summary>
    UndoneByQuashing = CustodialSentence | LongerSentence,
}
