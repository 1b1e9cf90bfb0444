using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>A status in one reading of the facts.</summary>
/// <param name="Value">The effect that set it; null where nothing did.</param>
/// <param name="By">The move that set it.</param>
internal readonly record struct Status(Effect? Value, Move? By)
{
    public Rank Rank => Ranks.Of(Value);

    public bool IsHeld => Value is SetsCustody { Custody: Custody.Held };

    /// <summary>The status after an effect. Death is final; a ban that is only asked for changes nothing where one was in force before.</summary>
    public Status After(Effect effect, Move by) => effect switch
    {
        _ when Value is SetsCustody { Custody: Custody.Died } => this,
        SetsRestriction { State: RestrictionState.Requested } when Value is not null => this,
        SetsCustody or SetsRestriction or SetsFulfilment => new Status(effect, by),
        _ => this,
    };

    /// <summary>The status after one option of a move.</summary>
    public Status After<T>(IReadOnlyList<Effect> option, Move by) where T : Effect =>
        option.OfType<T>().Aggregate(this, (status, effect) => status.After(effect, by));

    /// <summary>Every status that some reading of the moves gives at a point; after all of them where the point is null.</summary>
    public static HashSet<Status> Possible<T>(IEnumerable<Move> moves, Point? point) where T : Effect
    {
        HashSet<Status> possible = [default];
        foreach (var move in moves.Where(move => move.Has<T>()))
        {
            var placing = point?.Place(move.At) ?? Placing.Before;
            if (placing == Placing.NotBefore) continue;
            HashSet<Status> after = [.. possible.SelectMany(status => move.Options.Select(option => status.After<T>(option, move)))];
            if (placing == Placing.Unknown) after.UnionWith(possible);
            possible = after;
        }
        return possible;
    }
}
