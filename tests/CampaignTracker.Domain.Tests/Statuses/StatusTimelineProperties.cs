using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Tests.Conditionality;
using CampaignTracker.Domain.Tests.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Statuses;

/// <summary>What holds of every status, whatever its dates leave open.</summary>
public sealed class StatusTimelineProperties
{
    [Fact]
    public void A_span_says_of_a_day_what_the_status_is_as_of_it_in_any_history() =>
        RandomHistory.Any.Select(history => history.Log).Sample(log => SpansSayWhatStatusesAre(log, 25), iter: 60);

    [Fact]
    public void So_it_does_by_rule_set_2() => RandomHistory.Any.Select(history => history.Log).Sample(log =>
        SpansSayWhatStatusesAre([log[0] with { Event = (CampaignOpened)log[0].Event with { RuleSet = 2 } }, .. log.Skip(1)], 25), iter: 60);

    [Fact]
    public void A_span_says_of_a_day_what_the_status_is_as_of_it_in_any_deal() =>
        RandomDeals.Logs.Sample(log => SpansSayWhatStatusesAre(log, int.MaxValue), iter: 300);

    [Fact]
    public void Boards_tell_whatever_some_choice_of_days_and_of_their_order_gives() => Worlds.Sample(moves =>
    {
        for (var day = 0; day <= Days; day++)
        {
            var v = First.AddDays(day);
            var reached = moves.Where(move => move.At.Earliest <= v);
            var possible = StatusTimeline.Of(reached, IsSet, OpenOrder.Either, move => move.At.Latest > v).At(null);
            Told(possible).ShouldBe(Told(WorldsAsOf(moves, v)), $"as of {v:O}");
            // One timeline of all facts says it of every day.
            Told(StatusTimeline.Of(moves, IsSet, OpenOrder.Either).At(Point.Of(v.AddDays(1)))).ShouldBe(Told(possible), $"as of {v:O}");
        }
    }, iter: 3_000);

    [Fact]
    public void Rule_set_1_takes_the_facts_in_their_order_each_before_a_point_or_not() =>
        Gen.Select(Worlds, Gen.Int[0, Days], Gen.Int[0, 3]).Sample((moves, day, length) =>
        {
            var point = new Point(First.AddDays(day), First.AddDays(day + length));
            Told(Status.Possible(moves, IsSet, point)).ShouldBe(Told(InTheirOrder(moves, point)));
        }, iter: 10_000);

    [Fact]
    public void Somebody_may_be_held_when_some_day_of_the_event_ends_so() => Worlds.Sample(moves =>
    {
        var timeline = StatusTimeline.Of(moves, IsSet, OpenOrder.Either);
        for (var (first, last) = (0, 2); last <= Days; (first, last) = (first + 1, last + 1))
        {
            var days = Enumerable.Range(first, last - first + 1).Select(day => First.AddDays(day)).ToList();
            timeline.MayBe(IsHeld, DateOf(days[0], days[^1]))
                .ShouldBe(days.Exists(day => WorldsAsOf(moves, day).Any(status => IsHeld(status.Value))));
        }
    }, iter: 1_000);

    private const int Days = 6;
    private static readonly DateOnly First = new(2014, 3, 1);

    private static bool IsSet(Effect effect) => effect is SetsCustody or SetsRestriction;

    private static bool IsHeld(Effect? effect) => effect is SetsCustody { Custody: Custody.Held };

    // Nobody is both held and banned: here a death and a request weigh against all else.
    private static readonly Gen<List<StatusMove>> Worlds = Gen.Select(Gen.Int[0, 6], Gen.Int[0, Days - 1], Gen.Int[0, 1], Gen.Int[0, 3])
        .Array[0, 4].Select(facts => StatusMove.Of(new SubjectHistory("case-1", facts.Select((fact, i) =>
            AFact(fact.Item1, fact.Item2, Math.Min(Days - 1, fact.Item2 + fact.Item3 * fact.Item4), i)))));

    private static EdtfDate DateOf(DateOnly from, DateOnly to) =>
        from == to ? EdtfDate.Of(from) : EdtfDate.Parse($"{from:yyyy-MM-dd}/{to:yyyy-MM-dd}");

    private static readonly Claim[] HeldOrFree = [new("held", "A", ClaimedStatus.Held), new("free", "B", ClaimedStatus.AtLiberty)];

    // Of two claims one may set another status than that which is asked for.
    private static readonly Claim[] HeldOrNothing = [HeldOrFree[0], new("met", "B", ClaimedStatus.Met)];

    private static Fact AFact(int kind, int from, int to, int n)
    {
        var date = DateOf(First.AddDays(from), First.AddDays(to));
        CampaignEvent e = kind switch
        {
            0 => new Arrested { Occurred = date },
            1 => new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = date },
            2 => new ReleaseAchieved(ReleaseManner.Parole) { Occurred = date },
            3 => new DiedInCustody { Occurred = date },
            4 => new BanRequested { Occurred = date },
            5 => new StatusContested("custody", HeldOrFree) { Occurred = date },
            _ => new StatusContested("custody", HeldOrNothing) { Occurred = date },
        };
        e = Given.Of("case-1", e with { Note = $"{n}" });
        return new Fact(new RecordedEvent(Given.Id(n + 1), n + 1, n + 1, DateTimeOffset.UnixEpoch, "alma", n, e), e, [], Retracted: false);
    }

    /// <summary>Every day for every fact, every claim, and every order of a day; facts of one certain day keep theirs.</summary>
    private static IEnumerable<Status> WorldsAsOf(List<StatusMove> moves, DateOnly v)
    {
        List<List<(StatusMove Move, DateOnly Day)>> worlds = [[]];
        foreach (var move in moves)
            worlds = [.. worlds.SelectMany(world => DaysOf(move).Select(day => world.Append((move, day)).ToList()))];
        return worlds.Select(world => world.FindAll(placed => placed.Day <= v)).SelectMany(Orders).SelectMany(InOrder).Distinct();
    }

    private static IEnumerable<DateOnly> DaysOf(StatusMove move) =>
        Enumerable.Range(0, move.At.Latest.DayNumber - move.At.Earliest.DayNumber + 1).Select(days => move.At.Earliest.AddDays(days));

    private static IEnumerable<List<StatusMove>> Orders(List<(StatusMove Move, DateOnly Day)> world)
    {
        if (world.Count == 0) return [[]];
        var day = world.Min(placed => placed.Day);
        return world.Where(placed => placed.Day == day && !world.Exists(other => MustPrecede(other.Move, placed.Move)))
            .SelectMany(first => Orders(world.FindAll(placed => placed != first)).Select(rest => rest.Prepend(first.Move).ToList()));

        static bool MustPrecede(StatusMove one, StatusMove other) =>
            one.At.IsDay && one.At.Equals(other.At) && one.Fact.CompareTo(other.Fact) < 0;
    }

    private static IEnumerable<Status> InOrder(List<StatusMove> moves) => moves.Aggregate<StatusMove, IEnumerable<Status>>(
        [default], (statuses, move) => statuses.SelectMany(status => move.Options.Select(option => After(status, option, move))));

    /// <summary>The fold of version 1 as it is written: each fact in turn, before the point, not before it, or both.</summary>
    private static IEnumerable<Status> InTheirOrder(List<StatusMove> moves, Point point) =>
        moves.Aggregate<StatusMove, IEnumerable<Status>>([default], (statuses, move) =>
        {
            var after = statuses.SelectMany(status => move.Options.Select(option => After(status, option, move)));
            return point.Place(move.At) switch { Placing.Before => after, Placing.NotBefore => statuses, _ => statuses.Concat(after) };
        }).Distinct();

    private static Status After(Status status, Effect[] option, StatusMove by) =>
        option.Where(IsSet).Aggregate(status, (now, effect) => (now.Value, effect) switch
        {
            (SetsCustody { Custody: Custody.Died }, _) => now,
            (not null, SetsRestriction { State: RestrictionState.Requested }) => now,
            _ => new Status(effect, by),
        });

    private static IEnumerable<string> Told(IEnumerable<Status> statuses) =>
        statuses.Select(status => $"{status.Value} {status.By?.Fact.Id}").Order(StringComparer.Ordinal);

    // As of the day itself, and, where nothing takes effect before it occurs, seen now.
    private static void SpansSayWhatStatusesAre(IReadOnlyList<RecordedEvent> log, int most)
    {
        var now = CampaignState.Of(log, Viewpoints.Now);
        var days = now.Knowledge.Facts.Where(fact => !fact.Retracted && StatusMove.Of(new SubjectHistory("", [fact])).Count > 0)
            .Select(fact => (First: fact.Event.MovesAt().Earliest, Last: fact.Event.MovesAt().Latest))
            .SelectMany(date => new[] { date.First.AddDays(-1), date.First, date.Last.AddDays(-1), date.Last, date.Last.AddDays(1) })
            .Distinct().ToArray();
        new Random(log.Count).Shuffle(days);
        foreach (var day in days.Take(most))
        {
            var then = CampaignState.Of(log, Viewpoints.Of(EdtfDate.Of(day)));
            foreach (var item in CaseList.Of(then).Cases)
            {
                var status = StatusFold.CustodyOf(then, then.History(item.Name)!).Possible;
                item.Possible.ShouldBe(status.OfType<Custody>());
                item.Custody.On(day).ShouldBe(item.Possible, $"{item.Name} on {day:O}");
                item.HeldOn(day).ShouldBe(item.Held, $"{item.Name} on {day:O}");
                if (HasEarlyEffect(now, item.Name)) continue;
                var open = CaseList.Of(now).Cases.Single(other => other.Name == item.Name);
                open.Custody.On(day).ShouldBe(item.Possible, $"{item.Name} on {day:O}, seen now");
                open.HeldOn(day).ShouldBe(item.Held, $"{item.Name} on {day:O}, seen now");
            }
            foreach (var item in RestrictionList.Of(then).Restrictions)
            {
                item.Possible.ShouldBe(StatusFold.RestrictionOf(then, then.History(item.Name)!).Possible.OfType<RestrictionState>());
                item.States.On(day).ShouldBe(item.Possible, $"{item.Name} on {day:O}");
                var open = RestrictionList.Of(now).Restrictions.Single(other => other.Name == item.Name);
                open.States.On(day).ShouldBe(item.Possible, $"{item.Name} on {day:O}, seen now");
            }
            foreach (var line in AgreementLadder.Of(then).Agreements.SelectMany(agreement => ConditionLine.Of(then, agreement)))
            {
                // Open is also what nothing says.
                var ranks = line.Spans.On(day).Select(RankOf).Where(rank => rank > Rank.Open).Distinct().Order();
                var possible = StatusFold.RankOf(then, then.History(line.Demand)!).Possible;
                possible.Where(rank => rank > Rank.Open).ShouldBe(ranks, $"{line.Demand} on {day:O}");
            }
        }
    }

    private static Rank RankOf(Enum status) => Ranks.Of(status switch
    {
        Custody custody => new SetsCustody(custody),
        RestrictionState state => new SetsRestriction(state),
        Fulfilment fulfilment => new SetsFulfilment(fulfilment),
        _ => null,
    });

    private static bool HasEarlyEffect(CampaignState state, string name) =>
        state.Knowledge.History(name)!.Facts.Any(fact => fact.Event.MovesAt().Earliest < fact.Event.Occurred.Earliest);
}
