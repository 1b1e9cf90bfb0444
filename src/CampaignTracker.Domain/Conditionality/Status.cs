using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>A status in one reading of the facts.</summary>
/// <param name="Value">The effect that set it; null where nothing did.</param>
/// <param name="By">The move that set it.</param>
internal readonly record struct Status(Effect? Value, Move? By)
{
    /// <summary>The status after an effect. Death is final; a ban that is only asked for changes nothing where there was one before.</summary>
    public static Effect? After(Effect? current, Effect effect) => effect switch
    {
        _ when current is SetsCustody { Custody: Custody.Died } => current,
        SetsRestriction { State: RestrictionState.Requested } when current is not null => current,
        _ => effect,
    };

    /// <summary>Every status that some reading of the moves gives.</summary>
    /// <param name="moves">The moves, in order.</param>
    /// <param name="sets">Which effects set the status.</param>
    /// <param name="place">Where a move lies against the point at which the status is asked for.</param>
    public static HashSet<Status> Possible(IEnumerable<Move> moves, Func<Effect, bool> sets, Func<Move, Placing> place)
    {
        HashSet<Status> possible = [default];
        foreach (var move in moves.Where(move => move.Has(sets)))
        {
            var placing = place(move);
            if (placing == Placing.NotBefore) continue;
            HashSet<Status> after = [.. possible.SelectMany(status => move.Options.Select(option => status.After(option.Where(sets), move)))];
            if (placing == Placing.Unknown) after.UnionWith(possible);
            possible = after;
        }
        return possible;
    }

    /// <summary>Every status that some reading of the moves gives at a point.</summary>
    public static HashSet<Status> Possible(IEnumerable<Move> moves, Func<Effect, bool> sets, Point point) => Possible(moves, sets, move => point.Place(move.At));

    private Status After(IEnumerable<Effect> effects, Move by)
    {
        var status = this;
        foreach (var effect in effects)
        {
            var after = After(status.Value, effect);
            if (!ReferenceEquals(after, status.Value)) status = new Status(after, by);
        }
        return status;
    }
}
