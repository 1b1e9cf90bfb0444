using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Replay;

/// <summary>The world goes on at one state of knowledge.</summary>
internal static class WorldFrames
{
    public static Frames Of(IEnumerable<RecordedEvent> events, Viewpoint viewpoint, int max, IRuleSet rules, Memo memo)
    {
        var log = events as IReadOnlyList<RecordedEvent> ?? [.. events];
        var knowledge = Knowledge.At(log, viewpoint.Knowledge, viewpoint.Clearance);
        if (knowledge.Facts.Count == 0) return new Frames(FramesOver.World, [], []) { RuleSet = rules.Version };
        var days = DaysOf(knowledge, viewpoint);
        var builder = new FrameBuilder(new SubjectDependencies(log), rules, memo);
        var state = CampaignState.Of(knowledge, viewpoint with { AsOf = EdtfDate.Of(DateOnly.MinValue) });
        List<Frame> frames = [];
        var last = knowledge.Facts[^1].Recorded;
        foreach (var (from, to) in Frames.Groups(days.Count, max))
        {
            var asOf = EdtfDate.Of(days[to - 1].Day);
            var facts = days[from..to].SelectMany(day => day.Facts).Distinct().ToList();
            var silent = days[from..to].SelectMany(day => day.Silent).ToList();
            state = state.Revised(knowledge, viewpoint with { AsOf = asOf }, facts.Select(fact => fact.Event.Subject), WorldCut.At(asOf));
            var changes = builder.Next(state, facts, silent);
            if (changes.Count > 0) frames.Add(new Frame(asOf, last.Sequence, last.RecordedAt, changes));
        }
        return new Frames(FramesOver.World, SubjectsOf(state), frames) { RuleSet = rules.Version };
    }

    internal static List<FrameSubject> SubjectsOf(CampaignState state) =>
        [.. state.Knowledge.Histories.Where(history => history.Kind is not null)
        .Select(history => new FrameSubject(history.Name, history.Title, history.Kind!.Value))];

    /// <summary>Every day on which a fact begins to count, certainly counts, or something fails to happen.</summary>
    private static List<(DateOnly Day, List<Fact> Facts, List<string> Silent)> DaysOf(Knowledge knowledge, Viewpoint viewpoint)
    {
        var days = new Dictionary<DateOnly, (List<Fact> Facts, List<string> Silent)>();
        (List<Fact> Facts, List<string> Silent) At(DateOnly day) => days.TryGetValue(day, out var at) ? at : days[day] = ([], []);

        foreach (var fact in knowledge.Facts.Where(fact => !fact.Retracted && !fact.IsKnowledge))
        {
            var (occurred, moves) = (fact.Event.Occurred, fact.Event.MovesAt());
            At(occurred.Earliest).Facts.Add(fact);
            if (moves.Earliest != occurred.Earliest) At(moves.Earliest).Facts.Add(fact);
            if (moves.Latest != moves.Earliest && moves.Latest != occurred.Earliest) At(moves.Latest).Facts.Add(fact);
        }
        if (days.Count == 0) return [];
        var last = viewpoint.AsOf?.Latest ?? days.Keys.Max();
        var open = CampaignState.Of(knowledge, viewpoint with { AsOf = null });
        foreach (var history in knowledge.Histories)
        {
            foreach (var day in Expected.Of(open, history).Select(expected => expected.Due.Latest)
                .Where(day => day < last)) At(day.AddDays(1)).Silent.Add(history.Name);
            foreach (var day in Silences(history).Where(day => day <= last)) At(day).Silent.Add(history.Name);
        }
        return [.. days.Where(day => day.Key <= last).OrderBy(day => day.Key).Select(day => (day.Key, day.Value.Facts, day.Value.Silent))];
    }

    /// <summary>The days on which one more meeting has been missed.</summary>
    private static IEnumerable<DateOnly> Silences(SubjectHistory history)
    {
        if (history.Opening?.Event is not DialogueSeriesOpened { ExpectedEveryMonths: { } every }) yield break;
        var held = history.Facts.Where(fact => fact.Event is DialogueHeld).Select(fact => fact.Event.Occurred).Order().ToList();
        for (var i = 0; i < held.Count; i++)
        {
            var next = i + 1 < held.Count ? held[i + 1].Earliest : DateOnly.MaxValue;
            foreach (var day in DialogueGap.Missing(held[i], every).TakeWhile(day => day <= next)) yield return day;
        }
    }
}
