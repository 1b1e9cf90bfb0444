using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>
/// The moves of a condition's criterion and of its demand, in order, with what lets one begin in the middle: what was so before a status
/// was certainly set anew makes no difference to what is asked of it later.
/// </summary>
internal sealed class MoveTimeline
{
    private readonly Func<Effect, bool> isSetBy;
    private readonly DateOnly[] earliest;
    private readonly DateOnly[] latest;
    private readonly int[] setAnew;

    /// <param name="criterion">What sets the status.</param>
    /// <param name="moves">The moves, in order.</param>
    /// <param name="issued">The first day of the demand's own date.</param>
    private MoveTimeline(Criterion criterion, IReadOnlyList<StatusMove> moves, Point issued)
    {
        (Criterion, Moves, isSetBy) = (criterion, moves, criterion.IsSetBy);
        (earliest, latest, setAnew) = (new DateOnly[moves.Count], new DateOnly[moves.Count], new int[moves.Count]);
        var (last, found, mayHaveDied) = (DateOnly.MinValue, -1, false);
        for (var i = 0; i < moves.Count; i++)
        {
            if (moves[i].At.Latest > last) last = moves[i].At.Latest;
            // Death is final: whatever comes after it sets nothing.
            if (!mayHaveDied && SetsAnew(moves[i])) found = i;
            mayHaveDied |= moves[i].Has(effect => effect is SetsCustody { Custody: Custody.Died });
            (earliest[i], latest[i], setAnew[i]) = (moves[i].At.Earliest, last, found);
        }
        MayBeMetWhenIssued = Status.Possible(Between(0, To(issued.End)), isSetBy, issued)
            .Any(status => Ranks.Of(status.Value).IsMetEnough());
    }

    /// <summary>The moves that the status of a demand follows from.</summary>
    public static MoveTimeline Of(CampaignState state, string name, Memo memo)
    {
        var demand = state.History(name)!;
        var criterion = Criterion.ByWhatItIsAbout(state, demand);
        var issued = Point.Of(demand.Opening!.Event.Occurred.Earliest);
        var own = MovesOf(state, demand, memo);
        var others = ReferenceEquals(criterion.History, demand) ? own : MovesOf(state, criterion.History, memo);
        return memo.Of("timeline", name, [own, others, criterion.Kind, criterion.History.Name, issued], () =>
            new MoveTimeline(criterion, ReferenceEquals(own, others) ? own : [.. others.Concat(own).OrderBy(move => move.Fact)], issued));
    }

    /// <summary>
    /// The moves of one history, house arrest apart, which is unknown here; the same list as before where they are the same moves.
    /// </summary>
    public static List<StatusMove> MovesOf(CampaignState state, SubjectHistory history, Memo memo) =>
        memo.Of<List<StatusMove>>("moves", history.Name, [history], last =>
        {
            var moves = StatusMove.Of(state, history, last);
            moves.RemoveAll(move => move.Has(effect => effect is SetsHouseArrest));
            return last is not null && moves.SequenceEqual(last) ? last : moves;
        });

    public Criterion Criterion { get; }

    public IReadOnlyList<StatusMove> Moves { get; }

    /// <summary>The first move that can make a difference to what is asked from a day on.</summary>
    public int From(DateOnly day)
    {
        var before = FirstNotLess(latest, day);
        if (before == 0 || setAnew[before - 1] < 0) return 0;
        var from = setAnew[before - 1];
        // What it overlaps with is told as an order that was assumed.
        var since = Moves[from].At.Earliest;
        while (from > 0 && latest[from - 1] >= since) from--;
        return from;
    }

    /// <summary>The first move that begins on a day or later.</summary>
    public int To(DateOnly day) => FirstNotLess(earliest, day);

    /// <summary>The moves from one place to another.</summary>
    public List<StatusMove> Between(int from, int to)
    {
        List<StatusMove> some = new(Math.Max(0, to - from));
        for (var i = from; i < to; i++) some.Add(Moves[i]);
        return some;
    }

    /// <summary>True where the moves from one place to another are these.</summary>
    public bool Is(IReadOnlyList<StatusMove> moves, int from, int to)
    {
        if (moves.Count != Math.Max(0, to - from)) return false;
        for (var i = 0; i < moves.Count; i++)
        {
            if (!moves[i].Equals(Moves[from + i])) return false;
        }
        return true;
    }

    /// <summary>True for a move that may set the status.</summary>
    public bool Sets(StatusMove move) => move.Has(isSetBy);

    /// <summary>True for effects of which one sets the status to met enough.</summary>
    public bool IsMetEnoughBy(Effect[] option)
    {
        foreach (var effect in option)
        {
            if (isSetBy(effect) && Ranks.Of(effect).IsMetEnough()) return true;
        }
        return false;
    }

    /// <summary>True where some reading has it met enough on the first day of the demand's own date.</summary>
    public bool MayBeMetWhenIssued { get; }

    private bool SetsAnew(StatusMove move)
    {
        if (move.Options.Length > 1) return false;
        var last = move.Options[0].LastOrDefault(isSetBy);
        return last is not (null or SetsRestriction { State: RestrictionState.Requested });
    }

    private static int FirstNotLess(DateOnly[] days, DateOnly day)
    {
        var (low, high) = (0, days.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (days[middle] < day) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
