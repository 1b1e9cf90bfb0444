using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Edtf;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Replay;

/// <summary>Frames of random histories: each is the state that one would draw anew.</summary>
public class FramesProperties
{
    [Fact]
    public void Every_frame_over_the_world_is_the_picture_of_its_date() => Gen.Select(RandomHistory.Any, Gen.Int).Sample((history, seed) =>
    {
        var random = new Random(seed);
        var viewpoint = Viewpoints.Of(RandomHistory.AnyDate(random), history.AnyKnowledge(random));
        var frames = Frames.OverWorld(history.Log, viewpoint, random.Next(2) == 0 ? 40 : 8, Rules.V1, Rules.Memo);
        Play(frames, frame => CampaignState.Of(history.Log, viewpoint with { AsOf = frame.AsOf }), random.Next(1, 5));
    }, iter: 150);

    [Fact]
    public void Every_frame_over_knowledge_is_the_picture_of_its_sequence() => Gen.Select(RandomHistory.Any, Gen.Int).Sample((history, seed) =>
    {
        var random = new Random(seed);
        var viewpoint = Viewpoints.Of(RandomHistory.AnyDate(random), history.AnyKnowledge(random));
        var frames = Frames.OverKnowledge(history.Log, viewpoint, random.Next(2) == 0 ? 40 : 8, Rules.V1, Rules.Memo);
        Play(frames, frame => CampaignState.Of(history.Log, viewpoint with { Knowledge = frame.Sequence }), random.Next(1, 5));
    }, iter: 150);

    [Fact]
    public void Without_a_limit_no_change_of_the_world_is_passed_over() => Gen.Select(RandomHistory.Any, Gen.Int).Sample((history, seed) =>
    {
        var random = new Random(seed);
        var viewpoint = Viewpoints.Of(RandomHistory.AnyDate(random), random.Next(2) == 0 ? null : history.AnyKnowledge(random));
        var frames = Frames.OverWorld(history.Log, viewpoint, int.MaxValue, Rules.V1, Rules.Memo);
        var last = viewpoint.AsOf?.Latest ?? frames.All[^1].AsOf!.Latest;
        // Any day, and any day on which something changes or after it.
        List<DateOnly> days = [.. Enumerable.Range(0, 3).Select(_ => new DateOnly(2009, 6, 1).AddDays(random.Next(3_500)))];
        days.AddRange(Enumerable.Range(0, 3).Select(_ => frames.All[random.Next(frames.All.Count)].AsOf!.Latest.AddDays(random.Next(-1, 2))));
        PlayUpTo(frames, [.. days.Where(day => day <= last).Order()], (frame, day) => frame.AsOf!.Latest <= day,
            day => CampaignState.Of(history.Log, viewpoint with { AsOf = EdtfDate.Of(day) }));
    }, iter: 100);

    [Fact]
    public void Without_a_limit_no_change_of_our_knowledge_is_passed_over() => Gen.Select(RandomHistory.Any, Gen.Int).Sample((history, seed) =>
    {
        var random = new Random(seed);
        var viewpoint = Viewpoints.Of(RandomHistory.AnyDate(random));
        var frames = Frames.OverKnowledge(history.Log, viewpoint, int.MaxValue, Rules.V1, Rules.Memo);
        // A batch is learned as a whole.
        long[] ends = [.. history.Log.GroupBy(e => e.RecordedAt).Select(batch => batch.Max(e => e.Sequence))];
        PlayUpTo(frames, [.. random.GetItems(ends, 6).Order()], (frame, k) => frame.Sequence <= k,
            k => CampaignState.Of(history.Log, viewpoint with { Knowledge = k }));
    }, iter: 100);

    private static void Play(Frames frames, Func<Frame, CampaignState> drawn, int every)
    {
        var lines = new Dictionary<StatusKey, string>();
        for (var i = 0; i < frames.All.Count; i++)
        {
            Apply(lines, frames.All[i]);
            if (i % every == 0) Shown(lines).ShouldBe(Lines(drawn(frames.All[i])));
        }
    }

    // A frame that is missing shows wherever one stops, not only where another frame is.
    private static void PlayUpTo<T>(Frames frames, IReadOnlyList<T> stops, Func<Frame, T, bool> isUpTo, Func<T, CampaignState> drawn)
    {
        var lines = new Dictionary<StatusKey, string>();
        var played = 0;
        foreach (var stop in stops)
        {
            for (; played < frames.All.Count && isUpTo(frames.All[played], stop); played++) Apply(lines, frames.All[played]);
            Shown(lines).ShouldBe(Lines(drawn(stop)), $"{stop}");
        }
    }

    private static void Apply(Dictionary<StatusKey, string> lines, Frame frame)
    {
        foreach (var line in frame.Changes)
        {
            var key = new StatusKey(line.What, line.Subject, line.Event);
            if (line.Says is null) lines.Remove(key).ShouldBeTrue();
            else lines[key] = string.Join("|", line.Says.Says);
        }
    }

    private static List<string> Shown(Dictionary<StatusKey, string> lines) => [.. lines.OrderBy(line => line.Key).Select(line => $"{line.Key} {line.Value}")];

    private static List<string> Lines(CampaignState state) => [.. StatusSheet.Of(state, Rules.V1, Rules.Memo).Values.Select(line => $"{line.Key} {string.Join("|", line.Answer.Says)}")];
}
