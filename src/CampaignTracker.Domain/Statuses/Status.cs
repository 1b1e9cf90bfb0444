using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Statuses;

/// <summary>A status in one reading of the facts.</summary>
/// <param name="Value">The effect that set it; null where nothing did.</param>
/// <param name="By">The move that set it.</param>
internal readonly record struct Status(Effect? Value, StatusMove? By)
{
    /// <summary>The weight of nearly all effects: the later one counts.</summary>
    public const int Ordinary = 1;

    /// <summary>What an effect weighs: a ban that is only asked for gives way to all others, death in custody to none.</summary>
    public static int WeightOf(Effect effect) => effect switch
    {
        SetsRestriction { State: RestrictionState.Requested } => Ordinary - 1,
        SetsCustody { Custody: Custody.Died } => Ordinary + 1,
        _ => Ordinary,
    };

    /// <summary>True where an effect of one weight stays even if one of another weight comes after it.</summary>
    public static bool Outweighs(int weight, int later) => weight > later || weight == later && weight != Ordinary;

    /// <summary>The status after an effect. Death is final; a mere request for a ban changes nothing where there was one before.</summary>
    public static Effect After(Effect? current, Effect effect) =>
        current is not null && Outweighs(WeightOf(current), WeightOf(effect)) ? current : effect;

    /// <summary>Every status that some reading of the moves gives at a point, in the order that rule set 1 assumes.</summary>
    public static Status[] Possible(IEnumerable<StatusMove> moves, Func<Effect, bool> sets, Point point) =>
        [.. StatusTimeline.Of(moves, sets, OpenOrder.Assumed).At(point)];
}
