using CampaignTracker.Web.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace CampaignTracker.Web.Recording;

/// <summary>
/// The subjects on which this process recorded lately, so that recording on them again need not read them. Another process may have moved them on:
/// what is decided from memory is stored only where every subject is still at the version remembered, and else decided anew from the log
/// (docs/decisions/0012-decided-from-memory.md).
/// </summary>
public sealed class SubjectCache : IDisposable
{
    // As stored; as objects they take about three times as much.
    private const long MaxBytes = 16 * 1024 * 1024;
    private const int Overhead = 500;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(20);

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = MaxBytes });

    /// <summary>What is remembered around a batch; null when that is not all of it, or when the batch seems to be a repetition.</summary>
    internal Surroundings? Recall(RecordEvents command, Wanted wanted)
    {
        // Who owns an identifier is known to the database alone.
        if (wanted.Identifiers.Count > 0 || !memory.TryGetValue(command.Campaign, out _)) return null;
        var known = new Surroundings { CampaignIsOpen = true, FromMemory = true };
        foreach (var name in wanted.Subjects)
        {
            if (!memory.TryGetValue(StreamKey.Of(command.Campaign, name), out KnownSubject? subject)) return null;
            known.BySubject.Add(name, subject!);
            foreach (var e in subject!.Events)
            {
                if (wanted.Given.Contains(e.Id)) return null;
                if (wanted.Events.Contains(e.Id)) known.ById[e.Id] = e;
            }
        }
        return wanted.Events.All(id => known.ById.ContainsKey(id) || wanted.Given.Contains(id)) ? known : null;
    }

    /// <summary>Remembers subjects of a campaign that is open.</summary>
    internal void Keep(string campaign, IEnumerable<KeyValuePair<string, KnownSubject>> subjects)
    {
        memory.Set(campaign, true, Entry(0));
        foreach (var (name, subject) in subjects) memory.Set(StreamKey.Of(campaign, name), subject, Entry(subject.Bytes + subject.Events.Count * Overhead));
    }

    /// <summary>Forgets everything: behind a connection that broke, another server may answer next.</summary>
    public void Clear() => memory.Clear();

    public void Dispose() => memory.Dispose();

    private static MemoryCacheEntryOptions Entry(long bytes) => new() { Size = bytes + Overhead, SlidingExpiration = Kept };
}
