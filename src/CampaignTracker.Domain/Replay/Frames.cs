using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Replay;

/// <summary>
/// A replay that can be played: a frame at every date on which a status changed, or at every batch that was recorded. The first frame says
/// everything; each later one says what is otherwise than in the frame before.
/// </summary>
/// <param name="Over">What goes on from frame to frame.</param>
/// <param name="Subjects">What the subjects are called at the end.</param>
public sealed record Frames(FramesOver Over, IReadOnlyList<FrameSubject> Subjects, IReadOnlyList<Frame> All)
{
    /// <summary>The version of the rule set that was asked.</summary>
    public required int RuleSet { get; init; }

    /// <summary>The most frames that are drawn where nothing else is asked for.</summary>
    public const int DefaultMax = 500;

    /// <summary>The world goes on, day by day, at one state of knowledge.</summary>
    /// <param name="events">The events of one campaign.</param>
    /// <param name="viewpoint">K and the clearance; V is where it ends, null for the last date on record.</param>
    /// <param name="max">The most frames; where there are more dates, frames take several together.</param>
    public static Frames OverWorld(IEnumerable<RecordedEvent> events, Viewpoint viewpoint, int max, IRuleSet rules, Memo memo) =>
        WorldFrames.Of(events, viewpoint, max, rules, memo);

    /// <summary>Our knowledge goes on, batch by batch, about the world up to one date.</summary>
    /// <param name="events">The events of one campaign.</param>
    /// <param name="viewpoint">V and the clearance; K is where it ends, null for all that is recorded.</param>
    /// <param name="max">The most frames; where there are more batches, frames take several together.</param>
    public static Frames OverKnowledge(IEnumerable<RecordedEvent> events, Viewpoint viewpoint, int max, IRuleSet rules, Memo memo) =>
        KnowledgeFrames.Of(events, viewpoint, max, rules, memo);

    /// <summary>The last of so many even groups of a list: where each frame ends.</summary>
    internal static IEnumerable<(int From, int To)> Groups(int count, int max)
    {
        var frames = Math.Min(count, Math.Max(1, max));
        for (var i = 0; i < frames; i++) yield return ((int)((long)i * count / frames), (int)((long)(i + 1) * count / frames));
    }
}

/// <summary>What goes on from frame to frame.</summary>
public enum FramesOver
{
    World,
    Knowledge,
}

/// <summary>A subject of the frames.</summary>
public sealed record FrameSubject(string Name, string Title, SubjectKind Kind);

/// <summary>One frame.</summary>
/// <param name="AsOf">V; null where it is open.</param>
/// <param name="Sequence">K as the sequence of the last event that counts.</param>
/// <param name="RecordedAt">When that was recorded.</param>
/// <param name="Changes">What is otherwise than in the frame before.</param>
public sealed record Frame(EdtfDate? AsOf, long Sequence, DateTimeOffset RecordedAt, IReadOnlyList<FrameLine> Changes);

/// <summary>A status that is otherwise.</summary>
/// <param name="Says">The answer from now on; null where the question no longer arises.</param>
public sealed record FrameLine(StatusKind What, string Subject, Guid? Event, StatusAnswer? Says);
