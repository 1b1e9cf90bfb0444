using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Replay;

/// <summary>
/// What differs between two states of a campaign, and the events that made it so. The causes of all changes together, read as the second
/// state reads them, turn every status of the first into that of the second.
/// </summary>
/// <param name="Changes">Every status that differs, by subject.</param>
/// <param name="Offsetting">What happened, or was learned, besides, and undid one another: without it the causes would change more than
/// differs.</param>
/// <param name="Others">How many more events differ between the two, and change none of the statuses.</param>
/// <param name="Exact">False where the two lie so far apart that not every event could be tried: the causes of a change are then enough for
/// it, and some of them may not be needed.</param>
public sealed record Difference(IReadOnlyList<Change> Changes, IReadOnlyList<Cause> Offsetting, int Others, bool Exact)
{
    /// <summary>Compares two states of one campaign, seen with one clearance.</summary>
    /// <param name="from">The first state.</param>
    /// <param name="to">The second state.</param>
    /// <param name="about">The questions to compare; null for all.</param>
    public static Difference Between(
        CampaignState from, CampaignState to, IRuleSet rules, Memo memo, Func<StatusKey, bool>? about = null) =>
        Between(from, to, rules, memo, about, CounterfactualState.MaxTrials);

    /// <param name="maxTrials">How many trials are made at most before it is said that the causes may not all be needed.</param>
    internal static Difference Between(
        CampaignState from, CampaignState to, IRuleSet rules, Memo memo, Func<StatusKey, bool>? about, int maxTrials)
    {
        var trials = new CounterfactualState(from, to, rules, memo, maxTrials);
        var (before, after) = (StatusSheet.Of(from, rules, memo), StatusSheet.Of(to, rules, memo.Fork()));
        var keys = before.Keys.Union(after.Keys).Order()
            .Where(key => about?.Invoke(key) ?? true).Where(key => !Same(before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
            .ToList();

        var causes = keys.ToDictionary(key => key, key => trials.CausesOf(key, after.GetValueOrDefault(key), new HashSet<Guid>()));
        HashSet<Guid> all = [.. causes.Values.SelectMany(ids => ids)];
        HashSet<Guid> offsetting = [];
        // Causes of one change may disturb another status, or one that does not differ: what undoes that is told too.
        while (trials.Unlike(all, after, about) is { Count: > 0 } disturbed)
        {
            var told = all.Count;
            foreach (var key in disturbed)
            {
                var more = trials.CausesOf(key, after.GetValueOrDefault(key), all);
                offsetting.UnionWith(more);
                all.UnionWith(more);
            }
            if (all.Count == told) break;
        }
        offsetting.ExceptWith(causes.Values.SelectMany(ids => ids));
        return new Difference(
            [.. keys.Select(key => new Change(
                key.What, key.Subject, (to.History(key.Subject)?.Kind is null ? from : to).TitleOf(key.Subject), key.Event,
                before.GetValueOrDefault(key)?.Answer, after.GetValueOrDefault(key)?.Answer, trials.Told(causes[key])))],
            trials.Told(offsetting),
            trials.FactChanges.Keys.Count(id => !all.Contains(id)),
            trials.IsExact);
    }

    internal static bool Same(StatusLine? one, StatusLine? other) => Equals(one?.Answer, other?.Answer);
}

/// <summary>One status that differs between two states.</summary>
/// <param name="What">The question that it answers.</param>
/// <param name="Subject">Short name of the subject.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Event">The gate, disagreement or expectation that it is about; null where it is about the subject itself.</param>
/// <param name="Before">The answer of the first state; null where the question does not arise there.</param>
/// <param name="After">The answer of the second state; null where the question does not arise there.</param>
/// <param name="Causes">The events that make it so: with any of them left out, the second answer is not reached.</param>
public sealed record Change(
    StatusKind What, string Subject, string Title, Guid? Event, StatusAnswer? Before, StatusAnswer? After, IReadOnlyList<Cause> Causes);

/// <summary>Why two states differ.</summary>
/// <param name="Kind">How the event makes the difference.</param>
/// <param name="Undone">True where one goes back: it un-happens, is not yet learned, is not yet corrected.</param>
/// <param name="Event">The event; null where the mere passage of time makes the difference.</param>
/// <param name="Type">Its type's stored name.</param>
/// <param name="Occurred">When it happened.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Sequence">The recording that makes the difference: that of the event, or of its correction or retraction.</param>
/// <param name="RecordedAt">When that was recorded.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="Reason">Why it was corrected, retracted or settled.</param>
/// <param name="By">The correction, retraction or reconciliation.</param>
public sealed record Cause(
    CauseKind Kind,
    bool Undone,
    Guid? Event,
    string? Type,
    EdtfDate? Occurred,
    string Sentence,
    long? Sequence,
    DateTimeOffset? RecordedAt,
    string? RecordedBy,
    string? Reason,
    Guid? By);

/// <summary>How an event makes a difference between two viewpoints.</summary>
public enum CauseKind
{
    /// <summary>Its date lies between the two dates of the world.</summary>
    HappenedInBetween,
    /// <summary>It was recorded in between, and had happened before.</summary>
    LearnedInBetween,
    /// <summary>It was recorded before, and corrected in between.</summary>
    Corrected,
    /// <summary>It was recorded before, and retracted in between.</summary>
    Retracted,
    /// <summary>A disagreement was settled in between.</summary>
    Reconciled,
    /// <summary>Nothing happened: a date passed.</summary>
    TimePassed,
}
