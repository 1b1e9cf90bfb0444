using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Components;

/// <summary>Where a replay can stop: the dates on which something changed, and the recordings that taught us something.</summary>
public sealed class ReplaySteps(CampaignCache cache)
{
    /// <summary>The most places of a slider: where there are more, each takes several together.</summary>
    public const int Most = 300;

    // What a frame or a change takes, about.
    private const int FrameBytes = 200;

    /// <summary>The world goes on, up to V: a frame for every date on which a status changed, and what changed.</summary>
    public IReadOnlyList<Frame> OverWorld(CampaignAt from)
    {
        // What was recorded up to a sequence never changes, and neither do its frames.
        var (key, stamp) = (new CacheKey(from.Log.Campaign, Part: null, from.Viewpoint, from.Rules.Version), $"{from.Log.Events[^1].Id}");
        if (cache.Find<Frames>(key, stamp) is { } known) return known.All;
        var frames = Frames.OverWorld(from.Log.Events, from.Viewpoint, Most, from.Rules, Memo.New());
        return cache.Keep(key, stamp, frames, frames.All.Sum(frame => frame.Changes.Count + 1) * FrameBytes).All;
    }

    /// <summary>Our knowledge goes on: the places of the dial for what was recorded.</summary>
    public static IReadOnlyList<ReplayStep> OverKnowledge(CampaignAt from)
    {
        List<RecordedEvent> batches = [];
        foreach (var e in from.State.Knowledge.Facts.Select(fact => fact.Recorded).OrderBy(e => e.Sequence))
        {
            if (batches.Count > 0 && batches[^1].RecordedAt == e.RecordedAt) batches[^1] = e;
            else batches.Add(e);
        }
        var every = (batches.Count + Most - 1) / Most;
        return [.. batches.Where((_, i) => (batches.Count - 1 - i) % every == 0).Select(e =>
            new ReplayStep($"{e.Sequence}", DateWords.Of(e.RecordedAt), e.RecordedAt))];
    }
}

/// <summary>A place on a dial.</summary>
/// <param name="Value">As the address gives it; empty for today, and for all that is known.</param>
/// <param name="Words">As a reader sees it.</param>
/// <param name="At">The instant, where it is one.</param>
public sealed record ReplayStep(string Value, string Words, DateTimeOffset? At = null)
{
    internal static ReplayStep Of(Frame frame) => new($"{frame.AsOf!.Latest:yyyy-MM-dd}", DateWords.Of(frame.AsOf.Latest));
}

/// <summary>A dial that is turned through its places.</summary>
/// <param name="Name">The parameter of the address that it sets.</param>
/// <param name="Steps">Its places, in order; the last is where one looks from without an address: today, or all that is known.</param>
/// <param name="Position">Where it stands: the last place that has been reached; -1 before the first.</param>
/// <param name="Exact">False where it stands between two places.</param>
public sealed record Dial(string Name, IReadOnlyList<ReplayStep> Steps, int Position, bool Exact)
{
    public ReplayStep? Previous => Exact ? Steps.ElementAtOrDefault(Position - 1) : Steps.ElementAtOrDefault(Position);

    public ReplayStep? Next => Steps.ElementAtOrDefault(Position + 1);

    /// <summary>The dial for the world: it ends today.</summary>
    /// <param name="day">V.</param>
    /// <param name="inWords">What today is called.</param>
    public static Dial OfWorld(IReadOnlyList<Frame> frames, DateOnly day, DateOnly today, string inWords)
    {
        List<Frame> before = [.. frames.Where(frame => frame.AsOf!.Latest < today)];
        List<ReplayStep> steps = [.. before.Select(ReplayStep.Of), new("", inWords)];
        if (day >= today) return new("asOf", steps, steps.Count - 1, day == today);
        var position = before.FindLastIndex(frame => frame.AsOf!.Latest <= day);
        return new("asOf", steps, position, position >= 0 && before[position].AsOf!.Latest == day);
    }

    /// <summary>The dial for what we knew.</summary>
    /// <param name="all">All that is recorded.</param>
    /// <param name="known">What counts of it.</param>
    /// <param name="isAll">True where all of it counts.</param>
    /// <param name="inWords">What all of it is called.</param>
    public static Dial OfKnowledge(CampaignAt all, CampaignAt known, bool isAll, string inWords)
    {
        var recordings = ReplaySteps.OverKnowledge(all);
        // What is known at the last recording is what is known now.
        List<ReplayStep> steps = [.. recordings.Take(recordings.Count - 1), new("", inWords, all.Log.At)];
        if (isAll || known.Log.Sequence == all.Log.Sequence) return new("knownAt", steps, steps.Count - 1, true);
        var position = steps.Count - 2;
        while (position >= 0 && steps[position].At > known.Log.At) position--;
        return new("knownAt", steps, position, position >= 0 && steps[position].At == known.Log.At);
    }
}
