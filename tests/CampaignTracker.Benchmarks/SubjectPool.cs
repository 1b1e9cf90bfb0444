using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Web.Recording;

namespace CampaignTracker.Benchmarks;

/// <summary>Subjects of one campaign: the even ones for the tracker, the odd ones for the plain way.</summary>
internal sealed class SubjectPool
{
    private readonly long[] versions;
    private int visits;

    private SubjectPool(int number, int count, int eventsEach)
    {
        Campaign = Facts.Name(number);
        versions = new long[count];
        Array.Fill(versions, eventsEach);
        visits = eventsEach;
    }

    public string Campaign { get; }

    /// <summary>Opens a campaign with so many people of so many events each.</summary>
    public static async Task<SubjectPool> OpenAsync(Tracker tracker, int number, int count, int eventsEach)
    {
        var campaign = Facts.Name(number);
        List<EventLine> lines = await Facts.CampaignAsync(number, 0);
        for (var i = 0; i < count; i++)
        {
            lines.Add(new EventLine(Guid.CreateVersion7(), Facts.Opening(campaign, $"person-{i}")));
            for (var n = 1; n < eventsEach; n++) lines.Add(new EventLine(Guid.CreateVersion7(), Facts.Visit(campaign, $"person-{i}", n)));
        }
        await tracker.Plain.CopyAsync([.. StoredRow.Of(lines, [])]);
        return new SubjectPool(number, count, eventsEach);
    }

    /// <summary>The next event for a writer, on subjects that are its own.</summary>
    public (EventLine Line, long Version) Next(int writer, int writers, bool plain, int turn)
    {
        var half = versions.Length / 2;
        var mine = half / writers;
        var subject = 2 * (writer * mine + turn % mine) + (plain ? 1 : 0);
        var version = ++versions[subject];
        return (new EventLine(Guid.CreateVersion7(), Facts.Visit(Campaign, $"person-{subject}", Interlocked.Increment(ref visits))), version);
    }

    /// <summary>Records one event with a key of its own.</summary>
    public async Task RecordAsync(Recorder recorder, EventLine line)
    {
        var command = new RecordEvents(Campaign, [line], "benchmark", new IdempotentRequest(Campaign, $"key-{line.Id}", OneEvent.Hash), "benchmark");
        if (await recorder.RecordAsync(command, CancellationToken.None) is not RecordingOutcome.Recorded) throw new InvalidOperationException("An event was refused.");
    }
}
