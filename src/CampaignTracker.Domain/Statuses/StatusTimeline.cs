using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Worlds;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>How to read two facts whose dates leave open which came first.</summary>
internal enum OpenOrder
{
    /// <summary>
    /// Either may have come first; of one day the one that was recorded first: what boards and spans show
    /// (docs/decisions/0003-v-reaches-what-may-have-happened.md).
    /// </summary>
    Either,
    /// <summary>Either may have come first, of one day too, where nothing puts them in order: what they show by rule set 2.</summary>
    InWorlds,
    /// <summary>The one that may begin earlier came first, then the one that ends earlier: what rule set 1 assumes and annotates.</summary>
    Assumed,
}

/// <summary>A fact that sets a status, and when it may be what the status rests on.</summary>
/// <param name="By">The fact.</param>
/// <param name="Values">What it sets: several where its claims compete.</param>
/// <param name="From">The first day on which it may have come.</param>
/// <param name="Until">The first day on which another has certainly taken its place; null where none has.</param>
/// <param name="Counts">False where it certainly came too late to set anything: after a death, or as a request for a ban that was already
/// there.</param>
internal sealed record StatusPeriod(StatusMove By, IReadOnlyList<Effect> Values, DateOnly From, DateOnly? Until, bool Counts)
{
    /// <summary>True where the status may rest on it at the end of some day between two.</summary>
    public bool Meets(DateOnly first, DateOnly last) => Counts && From <= last && (Until is null || Until > first && Until > From);
}

/// <summary>
/// The one fold of a status: for every fact that sets it, when it may be what the status rests on. The status as of V, on a day, at a gate
/// or at the time of an event is looked up in it.
/// </summary>
/// <param name="Periods">In the order of the facts.</param>
/// <param name="Recorded">The first day on which something has certainly set the status; null where nothing has.</param>
internal sealed record StatusTimeline(IReadOnlyList<StatusPeriod> Periods, DateOnly? Recorded)
{
    private const int Never = int.MaxValue;

    /// <summary>Folds the facts of a subject.</summary>
    /// <param name="moves">The moves, in order.</param>
    /// <param name="sets">Which effects set the status.</param>
    /// <param name="mayLieAhead">True for a move that may still lie ahead; null where each has come by the end of its date.</param>
    public static StatusTimeline Of(
        IEnumerable<StatusMove> moves, Func<Effect, bool> sets, OpenOrder order, Func<StatusMove, bool>? mayLieAhead = null)
    {
        List<Setter> setters = [];
        var recorded = Never;
        foreach (var move in moves)
        {
            if (Setter.Of(move, sets, mayLieAhead) is not { } setter) continue;
            setters.Add(setter);
            recorded = Math.Min(recorded, setter.Sure);
        }
        return new(setters switch
        {
            [] => [],
            // One alone gives way to nothing.
            [var only] => [only.Until(Never, counts: true)],
            _ => [.. order == OpenOrder.Assumed ? Assumed(setters) : Open(setters, byRecording: order == OpenOrder.Either)],
        }, Day(recorded));
    }

    /// <summary>True for a move that has certainly set the status, and gives way to whatever comes later.</summary>
    public static bool IsSet(StatusMove move, Func<Effect, bool> sets, Func<StatusMove, bool> mayLieAhead) =>
        Setter.Of(move, sets, mayLieAhead) is { Weight: Status.Ordinary, Sure: not Never };

    /// <summary>Every status that some reading of the facts gives at a point; null for what is so after all of them.</summary>
    public List<Status> At(Point? point)
    {
        List<Status> possible = [];
        if (Recorded is null || Recorded >= point?.Start) possible.Add(default);
        for (var i = 0; i < Periods.Count; i++)
        {
            var period = Periods[i];
            if (!period.Counts || period.From >= point?.End || period.Until is { } until && !(until >= point?.Start)) continue;
            for (var j = 0; j < period.Values.Count; j++) possible.Add(new Status(period.Values[j], period.By));
        }
        return possible;
    }

    /// <summary>True where the status may be so on some day of a date, the facts of the day included.</summary>
    public bool MayBe(Func<Effect, bool> value, EdtfDate during) =>
        Periods.Any(period => period.Meets(during.Earliest, during.Latest) && period.Values.Any(value));

    // Nothing is left open: whatever comes later in the list came later.
    private static IEnumerable<StatusPeriod> Assumed(List<Setter> setters)
    {
        var heavier = Heavier(setters);
        var later = Later(setters);
        int[] earlier = [Never, Never, Never];
        for (var i = 0; i < setters.Count; i++)
        {
            var (setter, weight) = (setters[i], setters[i].Weight);
            yield return setter.Until(Math.Min(heavier[weight], weight == Status.Ordinary ? later[i + 1] : earlier[weight]), counts: true);
            earlier[weight] = Math.Min(earlier[weight], setter.Sure);
        }
    }

    // Only what certainly came later takes the place of what came before, whatever days the dates mean; on one day, what is in order there.
    private static IEnumerable<StatusPeriod> Open(List<Setter> setters, bool byRecording)
    {
        var heavier = Heavier(setters);
        var later = Later(setters);
        int[] earlier = [Never, Never, Never];
        var day = DayOfSetters.None;
        for (var i = 0; i < setters.Count; i++)
        {
            var (setter, weight) = (setters[i], setters[i].Weight);
            if (i == 0 || !setters[i].IsOfOneDayWith(setters[i - 1])) day = DayOfSetters.Of(setters, i, byRecording);
            var tooLate = day.MayFollowOneThatOutweighs(i);
            for (var other = 0; other < earlier.Length; other++)
                tooLate |= Status.Outweighs(other, weight) && earlier[other] < setter.First;
            var ended = weight != Status.Ordinary ? Never
                : day.IsFollowedByItsLike(i) ? setter.Last
                : later[FirstAfter(setters, setter.Last)];
            yield return setter.Until(Math.Min(heavier[weight], ended), counts: !tooLate);
            earlier[weight] = Math.Min(earlier[weight], setter.Sure);
        }
    }

    /// <summary>By weight, the first day on which one that weighs more has certainly come.</summary>
    private static int[] Heavier(List<Setter> setters)
    {
        int[] heavier = [Never, Never, Never];
        foreach (var setter in setters)
        {
            for (var weight = 0; weight < setter.Weight; weight++) heavier[weight] = Math.Min(heavier[weight], setter.Sure);
        }
        return heavier;
    }

    /// <summary>The first day on which an ordinary one, from each place in the list on, has certainly come.</summary>
    private static int[] Later(List<Setter> setters)
    {
        var later = new int[setters.Count + 1];
        later[^1] = Never;
        for (var i = setters.Count - 1; i >= 0; i--)
            later[i] = setters[i].Weight == Status.Ordinary ? Math.Min(later[i + 1], setters[i].Sure) : later[i + 1];
        return later;
    }

    private static int FirstAfter(List<Setter> setters, int day)
    {
        var (low, high) = (0, setters.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (setters[middle].First <= day) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static DateOnly? Day(int day) => day == Never ? null : DateOnly.FromDayNumber(day);

    /// <summary>Those of one day, and what is known of their order; null where they stand in it.</summary>
    private sealed record DayOfSetters(IReadOnlyList<Setter> Setters, int From, bool[,]? Order)
    {
        public static DayOfSetters None { get; } = new([], 0, null);

        /// <summary>Those of the day of one of them: they stand together.</summary>
        public static DayOfSetters Of(List<Setter> setters, int at, bool byRecording)
        {
            var end = at + 1;
            while (end < setters.Count && setters[end].IsOfOneDayWith(setters[at])) end++;
            if (end == at + 1) return None;
            return new(setters[at..end], at, byRecording ? null : DayOrder.Of([.. setters[at..end].Select(setter => setter.Move.Fact)]));
        }

        /// <summary>True where one of them did not certainly come before another that outweighs it.</summary>
        public bool MayFollowOneThatOutweighs(int at)
        {
            for (var i = 0; i < Setters.Count; i++)
            {
                if (i != at - From && Setters[i].Sure != Never && !IsBefore(at - From, i) && Setters[i].Outweighs(Setters[at - From]))
                    return true;
            }
            return false;
        }

        /// <summary>True where another of its weight came after it.</summary>
        public bool IsFollowedByItsLike(int at)
        {
            for (var i = 0; i < Setters.Count; i++)
            {
                if (Setters[i].Sure != Never && IsBefore(at - From, i) && Setters[i].Weight == Setters[at - From].Weight) return true;
            }
            return false;
        }

        private bool IsBefore(int one, int other) => Order?[one, other] ?? one < other;
    }

    /// <summary>A move that sets the status, its days as numbers.</summary>
    /// <param name="First">The first day on which it may have come.</param>
    /// <param name="Last">The day on which it has come for certain; never where it may still lie ahead.</param>
    /// <param name="Sure">The day on which it has certainly set the status; never where one of its claims sets none.</param>
    private sealed record Setter(StatusMove Move, IReadOnlyList<Effect> Values, int Weight, int First, int Last, int Sure)
    {
        /// <summary>True where both are dated to one and the same day.</summary>
        public bool IsOfOneDayWith(Setter other) => First == Move.At.Latest.DayNumber && other.First == other.Move.At.Latest.DayNumber
            && First == other.First;

        public bool Outweighs(Setter other) => Status.Outweighs(Weight, other.Weight);

        public StatusPeriod Until(int day, bool counts) => new(Move, Values, Move.At.Earliest, Day(day), counts);

        public static Setter? Of(StatusMove move, Func<Effect, bool> sets, Func<StatusMove, bool>? mayLieAhead)
        {
            List<Effect>? values = null;
            foreach (var option in move.Options)
            {
                Effect? value = null;
                foreach (var effect in option)
                {
                    if (sets(effect)) value = Status.After(value, effect);
                }
                if (value is not null) (values ??= new(move.Options.Length)).Add(value);
            }
            if (values is null) return null;
            var last = mayLieAhead?.Invoke(move) == true ? Never : move.At.Latest.DayNumber;
            var sure = values.Count < move.Options.Length ? Never : last;
            return new Setter(move, values, Status.WeightOf(values[0]), move.At.Earliest.DayNumber, last, sure);
        }
    }
}
