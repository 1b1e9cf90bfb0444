using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>Rule set 2 says what walking every world says.</summary>
public sealed class BruteForceProperties
{
    // What an annotation names in words is not compared.
    private static readonly HashSet<string> InWords = ["OtherConditionHonoured", "OtherGrounds"];

    private static readonly IRuleSet Rules2 = RuleSetList.BuiltIn.Find("2")!;

    [Fact]
    public void Every_gate_of_a_small_history_is_judged_as_by_walking_every_world() =>
        Parallel.For(0, 1_500, seed => IsJudgedPlainly(seed));

    /// <summary>The same with histories that nobody has seen: <c>-explicit only -method '*nobody_has_seen*'</c>.</summary>
    [Fact(Explicit = true)]
    public void Every_gate_of_a_small_history_that_nobody_has_seen_is_judged_as_by_walking_every_world() =>
        Gen.Int[0, int.MaxValue - 1].Sample(IsJudgedPlainly, iter: 20_000);

    [Fact]
    public void Most_small_histories_can_be_walked_and_show_every_verdict()
    {
        var (walked, verdicts, undecided) = (0, new HashSet<Verdict>(), 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var state = CampaignState.Of(SmallHistories.Of(seed), Viewpoints.Of(SmallHistories.AnyV(seed)));
            if (state.Knowledge.History(SmallHistories.Deal)?.Opening is null || BruteForce.Judge(state, SmallHistories.Deal) is not { } answer) continue;
            walked++;
            foreach (var gate in answer.Gates)
            {
                verdicts.UnionWith(gate.Possible);
                if (gate.Possible.Count > 1) undecided++;
            }
        }
        walked.ShouldBeGreaterThan(200);
        undecided.ShouldBeGreaterThan(40);
        verdicts.Order().ShouldBe(Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.Indeterminate).Order());
    }

    [Fact]
    public void Whatever_day_a_partial_date_turns_out_to_be_the_verdict_was_possible() => Gen.Int[0, int.MaxValue - 1].Sample(seed =>
    {
        var (log, random) = (SmallHistories.Of(seed), new Random(seed));
        var state = CampaignState.Of(log, Viewpoints.Now);
        if (BruteForce.Judge(state, SmallHistories.Deal) is not { } before) return;
        var table = new Timetable(state, SmallHistories.Deal);
        var worlds = Worlds.Of(table, BruteForce.MostWorlds)!;
        List<DatedItem> partial = [.. table.Items.Where(item => item.Days.Count > 1 && item.Recordings.Count == 1)];
        if (partial.Count == 0) return;

        // Some item has in truth the day that it has in some world.
        var (item, world) = (partial[random.Next(partial.Count)], worlds[random.Next(worlds.Count)]);
        var field = DatedItem.DateOf(item.Event) == item.Event.Occurred ? "occurred" : "effective";
        if (field == "occurred" && item.Event.Effective is not null && item.Event is MilestoneReached) return;
        var day = Edtf.EdtfDate.Of(DateOnly.FromDayNumber(world.DayOf(item)));
        var known = log.And(new EventCorrected(item.Id, Given.Changes((field, day.Text)), "x") { Campaign = SmallHistories.Campaign, Subject = item.Recordings[0].Recorded.Event.Subject, Occurred = day });
        var then = CampaignState.Of(known, Viewpoints.Now);
        // Dates that are written alike can make one of two.
        if (new Timetable(then, SmallHistories.Deal).Items.Count != table.Items.Count) return;
        foreach (var gate in BruteForce.Judge(then, SmallHistories.Deal)!.Gates)
            gate.Possible.ShouldBeSubsetOf(before.Gates.Single(other => other.Gate == gate.Gate).Possible, $"{item}, in truth {day}");
    }, iter: 600);

    [Fact]
    public void A_determinate_verdict_survives_fifty_choices_of_days() => Parallel.For(0, 60, seed =>
    {
        var (log, random) = (SmallHistories.Of(seed), new Random(seed));
        var state = CampaignState.Of(log, Viewpoints.Now);
        if (Worlds.Of(new Timetable(state, SmallHistories.Deal), BruteForce.MostWorlds) is not { } worlds) return;
        var before = PossibleAt(state);
        var table = new Timetable(state, SmallHistories.Deal);
        List<DatedItem> partial = [.. table.Items.Where(item => item.Days.Count > 1 && item.Recordings.Count == 1 && IsMovedByOneDate(item))];
        for (var choice = 0; choice < 50 && partial.Count > 0; choice++)
        {
            // All at once have in truth the days that they have in some world.
            var world = worlds[random.Next(worlds.Count)];
            var known = log;
            foreach (var item in partial)
            {
                var day = Edtf.EdtfDate.Of(DateOnly.FromDayNumber(world.DayOf(item)));
                var field = item.Event.Effective is null || item.Event is MilestoneReached or MilestonePostponed ? "occurred" : "effective";
                known = known.And(new EventCorrected(item.Id, Given.Changes((field, day.Text)), "x")
                {
                    Campaign = SmallHistories.Campaign, Subject = item.Recordings[0].Recorded.Event.Subject, Occurred = day,
                });
            }
            var then = CampaignState.Of(known, Viewpoints.Now);
            // Dates that are written alike can make one of two.
            if (new Timetable(then, SmallHistories.Deal).Items.Count != table.Items.Count) continue;
            foreach (var (gate, possible) in PossibleAt(then)) possible.ShouldBeSubsetOf(before[gate], $"seed {seed}, choice {choice}");
        }
    });

    private static bool IsMovedByOneDate(DatedItem item) => DatedItem.DateOf(item.Event) == item.Event.Occurred || item.Event.Effective is not null;

    private static Dictionary<Guid, IReadOnlyList<Verdict>> PossibleAt(CampaignState state) => ConditionalityLedger.Of(state, Rules2, Rules.Memo).Agreements
        .Where(agreement => agreement.Agreement == SmallHistories.Deal).SelectMany(agreement => agreement.Gates)
        .ToDictionary(gate => gate.Event, gate => gate.Possible);

    [Fact]
    public void To_record_a_fact_twice_changes_nothing() => Gen.Int[0, int.MaxValue - 1].Sample(seed =>
    {
        var log = SmallHistories.Of(seed);
        var again = log[new Random(seed).Next(log.Count)].Event;
        if (EventCatalogue.Of(again).Opens is not null || again is EventCorrected or EventRetracted or ClaimsReconciled or SubjectMerged) return;
        if (log.Any(e => e.Event is EventCorrected or EventRetracted)) return;
        var (once, twice) = (BruteForce.Judge(CampaignState.Of(log, Viewpoints.Now), SmallHistories.Deal), BruteForce.Judge(CampaignState.Of(log.And(again), Viewpoints.Now), SmallHistories.Deal));
        (twice?.Gates ?? []).Select(Line).ShouldBe((once?.Gates ?? []).Select(Line));
    }, iter: 600);

    private static void IsJudgedPlainly(int seed)
    {
        var (log, v) = (SmallHistories.Of(seed), SmallHistories.AnyV(seed));
        var state = CampaignState.Of(log, Viewpoints.Of(v));
        if (BruteForce.Judge(state, SmallHistories.Deal, most: 3_000) is not { } plain) return;
        var told = ConditionalityLedger.Of(state, Rules2, Rules.Memo).Agreements.Single(agreement => agreement.Agreement == SmallHistories.Deal);
        var history = $"seed {seed}, as of {v}\n{SmallHistories.Told(log)}";
        told.Gates.Select(Line).ShouldBe(plain.Gates.Select(Line), ignoreOrder: true, history);
        told.Word.ToString().ShouldBe(plain.Word, history);
    }

    internal static string Line(GateVerdict gate) => Line(
        gate.Event, gate.Possible, gate.Deciding,
        gate.Annotations.Select(said => InWords.Contains(said.Kind.ToString()) ? said.Kind.ToString() : (said with { Detail = null }).Text));

    internal static string Line(GateAnswer gate) => Line(
        gate.Gate, gate.Possible, gate.Deciding, gate.Annotations.Select(said => InWords.Contains(said.Kind) ? said.Kind : (said with { Detail = null }).Text));

    internal static string Line(Guid gate, IEnumerable<Verdict> possible, IEnumerable<Guid> deciding, IEnumerable<string> annotations) => string.Join(" | ",
        gate, string.Join(' ', possible.Order()), string.Join(' ', deciding.Order()), string.Join("; ", annotations.Distinct().Order(StringComparer.Ordinal)));
}
