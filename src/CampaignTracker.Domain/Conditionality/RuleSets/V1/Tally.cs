namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>What the conditions of a gate say together, in one reading.</summary>
/// <param name="Any">A necessary condition counts.</param>
/// <param name="AnyUnmet">One of them is not met enough.</param>
/// <param name="AnyImproved">One of them improved.</param>
/// <param name="AnyRegressed">One of them got worse.</param>
/// <param name="NamedUnmet">A condition, necessary or contributing, that the stated grounds name is not met enough.</param>
internal readonly record struct Tally(bool Any, bool AnyUnmet, bool AnyImproved, bool AnyRegressed, bool NamedUnmet)
{
    public static Tally Of(GateCondition condition, Outcome outcome, bool isNamed)
    {
        if (!outcome.Counts) return default;
        var necessary = condition.IsNecessary;
        return new Tally(necessary, necessary && !outcome.MetEnough, necessary && outcome.Improved, necessary && outcome.Regressed, isNamed
            && !outcome.MetEnough);
    }

    public static Tally operator +(Tally one, Tally other) => new(
        one.Any || other.Any,
        one.AnyUnmet || other.AnyUnmet,
        one.AnyImproved || other.AnyImproved,
        one.AnyRegressed || other.AnyRegressed,
        one.NamedUnmet || other.NamedUnmet);
}
