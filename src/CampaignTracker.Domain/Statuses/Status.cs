using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Statuses;

/// <summary>A status in one reading of the facts.</summary>
/// <param name="Value">The effect that set it; null where nothing did.</param>
/// <param name="By">The move that set it.</param>
internal readonly record struct Status(Effect? Value, StatusMove? By)
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
    public static Status[] Possible(IEnumerable<StatusMove> moves, Func<Effect, bool> sets, Func<StatusMove, Placing> place)
    {
        // One reading, as nearly always, or several.
        var (one, several) = (default(Status), (HashSet<Status>?)null);
        foreach (var move in moves)
        {
            if (!move.Has(sets) || place(move) is var placing && placing == Placing.NotBefore) continue;
            if (several is null && placing == Placing.Before && move.Options.Length == 1)
            {
                one = one.After(move.Options[0], sets, move);
                continue;
            }
            several ??= [one];
            HashSet<Status> after = [.. several.SelectMany(status => move.Options.Select(option => status.After(option, sets, move)))];
            if (placing == Placing.Unknown) after.UnionWith(several);
            one = after.First();
            several = after.Count == 1 ? null : after;
        }
        return several is null ? [one] : [.. several];
    }

    /// <summary>Every status that some reading of the moves gives at a point.</summary>
    public static Status[] Possible(IEnumerable<StatusMove> moves, Func<Effect, bool> sets, Point point) => Possible(moves, sets, move => point.Place(move.At));

    private Status After(Effect[] effects, Func<Effect, bool> sets, StatusMove by)
    {
        var status = this;
        foreach (var effect in effects)
        {
            if (!sets(effect)) continue;
            var after = After(status.Value, effect);
            if (!ReferenceEquals(after, status.Value)) status = new Status(after, by);
        }
        return status;
    }
}
