using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>What a status may be at a point in time.</summary>
/// <param name="Possible">
/// Every value that some reading of the facts gives, in the order of the values; more than one where facts are contested or their order
/// is unknown.
/// </param>
/// <param name="Evidence">The facts that set it in some reading, and the reconciliations that chose a claim.</param>
/// <param name="Since">Since when; null where nothing sets it, or the readings differ on it.</param>
public sealed record PossibleStatus<T>(IReadOnlyList<T> Possible, IReadOnlyList<Fact> Evidence, EdtfDate? Since);

/// <summary>
/// The statuses of a state, looked up in their timelines after everything that may have happened by V. A fact that may lie after V has two
/// readings.
/// </summary>
public static class StatusFold
{
    /// <summary>A person's liberty; null where nothing is recorded of it.</summary>
    public static PossibleStatus<Custody?> CustodyOf(CampaignState state, SubjectHistory @case) =>
        Of(state, @case, SetsLiberty, LibertyIn);

    /// <summary>How far a restriction reaches; null where nothing is recorded of it.</summary>
    public static PossibleStatus<RestrictionState?> RestrictionOf(CampaignState state, SubjectHistory restriction) =>
        Of(state, restriction, effect => effect is SetsRestriction, status => (status as SetsRestriction)?.State);

    /// <summary>
    /// How far a demand is met, by its criterion: the liberty of the person it is about, the restriction it is about, else what reviewers
    /// assess.
    /// </summary>
    public static PossibleStatus<Rank> RankOf(CampaignState state, SubjectHistory demand)
    {
        var criterion = Criterion.Of(state, demand);
        return Of(state, criterion.History, criterion.IsSetBy, criterion.RankOf, criterion);
    }

    /// <summary>True for an effect that says whether a person is held or free.</summary>
    internal static bool SetsLiberty(Effect effect) => effect is SetsCustody or SetsHouseArrest;

    /// <summary>The liberty that an effect sets; null where it sets none.</summary>
    internal static Custody? LibertyIn(Effect? effect) =>
        effect is SetsHouseArrest ? Custody.HouseArrest : (effect as SetsCustody)?.Custody;

    /// <summary>A person's liberty over time.</summary>
    internal static StatusTimeline LibertyOf(SubjectHistory @case) =>
        StatusTimeline.Of(StatusMove.Of(@case), SetsLiberty, OpenOrder.Either);

    /// <summary>True where the person may have been held when an event happened, the other facts of its days included.</summary>
    public static bool MayBeHeld(SubjectHistory @case, CampaignEvent e) => LibertyOf(@case).MayBeHeld(e);

    /// <summary>True where the person may have been free when an event happened, the other facts of its days included.</summary>
    public static bool MayBeFree(SubjectHistory @case, CampaignEvent e) => LibertyOf(@case).MayBe(
        effect => effect is SetsCustody { Custody: Custody.Free or Custody.FreeConditionally }, e.MovesAt());

    internal static bool MayBeHeld(this StatusTimeline liberty, CampaignEvent e) =>
        liberty.MayBe(effect => effect is SetsCustody { Custody: Custody.Held } or SetsHouseArrest, e.MovesAt());

    /// <summary>How facts are read whose order is open, by the rule set of the campaign.</summary>
    internal static OpenOrder OrderIn(CampaignState state) => state.Knowledge.RuleSet >= 2 ? OpenOrder.InWorlds : OpenOrder.Either;

    /// <summary>True for a move that may lie after V.</summary>
    internal static bool MayLieAhead(this CampaignState state, StatusMove move) =>
        state.AsOf(move.Fact) is { } v && move.At.Latest > v.Latest;

    private static PossibleStatus<T> Of<T>(CampaignState state, SubjectHistory history, Func<Effect, bool> sets, Func<Effect?, T> value) =>
        Of(state, history, sets, value, null);

    private static PossibleStatus<T> Of<T>(
        CampaignState state, SubjectHistory history, Func<Effect, bool> sets, Func<Effect?, T> value, Criterion? criterion)
    {
        bool MayLieAhead(StatusMove move) => state.MayLieAhead(move);

        var moves = StatusMove.Last(state, history, criterion, move => StatusTimeline.IsSet(move, sets, MayLieAhead));
        var possible = StatusTimeline.Of(moves, sets, OrderIn(state), MayLieAhead).At(null);
        if (possible is [var (only, by)])
            return new([value(only)], by is null ? [] : by.Settled is null ? by.Evidence : [.. by.Evidence.Order()], by?.At);
        var setters = possible.Select(status => status.By).Distinct().ToList();
        return new PossibleStatus<T>(
            [.. possible.Select(status => value(status.Value)).Distinct().Order()],
            [.. setters.OfType<StatusMove>().SelectMany(move => move.Evidence).Distinct().Order()],
            setters is [{ } setter] ? setter.At : null);
    }
}
