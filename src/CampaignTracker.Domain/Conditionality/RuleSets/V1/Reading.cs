using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>A condition at a gate in one reading of the facts, folded move by move.</summary>
/// <param name="AtIssue">Its status on the first day of the demand's own date.</param>
/// <param name="AtBaseline">Its status at the baseline.</param>
/// <param name="AtGate">Its status at the gate.</param>
/// <param name="Undone">True when a fact after the demand's own date left it not met enough.</param>
/// <param name="Away">The kinds of steps Away since the baseline that nothing has undone, as bits.</param>
internal readonly record struct Reading(Effect? AtIssue, Effect? AtBaseline, Effect? AtGate, bool Undone, int Away)
{
    /// <summary>The reading after one more move.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="move">The move.</param>
    /// <param name="choice">How the move is read.</param>
    public Reading After(GateCondition condition, StatusMove move, Choice choice)
    {
        var (next, atGate) = (this, choice.IsBefore(move, condition.At));
        foreach (var effect in choice.Option)
        {
            if (condition.Criterion.IsSetBy(effect))
            {
                if (choice.IsBefore(move, condition.Issued)) next = next with { AtIssue = Status.After(next.AtIssue, effect) };
                if (choice.IsBefore(move, condition.Baseline)) next = next with { AtBaseline = Status.After(next.AtBaseline, effect) };
                if (!atGate) continue;
                next = next with { AtGate = Status.After(next.AtGate, effect) };
                if (Ranks.Of(next.AtGate).IsMetEnough()) next = next with { Away = 0 };
                else if (!choice.IsBefore(move, condition.Issued)) next = next with { Undone = true };
            }
            else if (effect is TakesStep step && atGate
                && !(step.OnlyWhileHeld && next.AtGate is not SetsCustody { Custody: Custody.Held }))
            {
                var kind = 1 << (int)step.Kind;
                if (step.Direction == Direction.Away && !choice.IsBefore(move, condition.Baseline))
                    next = next with { Away = next.Away | kind };
                if (step.Direction == Direction.Toward && step.Kind.CanBeUndone()) next = next with { Away = next.Away & ~kind };
            }
        }
        return next;
    }

    /// <summary>What the verdict takes from it.</summary>
    public Outcome Outcome
    {
        get
        {
            var (gate, baseline) = (Ranks.Of(AtGate), Ranks.Of(AtBaseline));
            return new Outcome(
                Counts: !Ranks.Of(AtIssue).IsMetEnough() || Undone,
                baseline, gate,
                Regressed: gate < baseline || !gate.IsMetEnough() && Away != 0);
        }
    }
}

/// <summary>What a condition says to a verdict, in one reading.</summary>
/// <param name="Counts">False where the demand was met enough before it was made, and nothing has changed that: nobody is rewarded for
/// it.</param>
/// <param name="Baseline">Its rank at the baseline.</param>
/// <param name="Rank">Its rank at the gate.</param>
/// <param name="Regressed">It got worse since the baseline.</param>
internal readonly record struct Outcome(bool Counts, Rank Baseline, Rank Rank, bool Regressed)
{
    public bool MetEnough => Rank.IsMetEnough();

    public bool Improved => Rank > Baseline;
}
