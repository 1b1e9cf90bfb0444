using CampaignTracker.Domain.Catalogue;
using CampaignTracker.EmbeddedPostgres;
using CampaignTracker.Web.Recording;

namespace CampaignTracker.Benchmarks;

/// <summary>Batches of 1,000 events over 20 existing subjects through the one door, against COPY of the same rows.</summary>
internal static class Batches
{
    private const int Size = 1_000;
    private const int Subjects = 20;
    private const int WarmUps = 5;

    public static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        await using var tracker = await Tracker.CreateAsync(cluster, "batches");
        var recorder = tracker.Get<Recorder>();
        var rounds = quick ? 5 : 15;

        // Each round has a campaign of its own for each side, so that its subjects are as long as those of every other round.
        Queue<string> ours = [], plain = [];
        Queue<IReadOnlyList<StoredRow>> rows = [];
        for (var i = 0; i < 2 * (rounds + WarmUps); i++)
        {
            await SubjectPool.OpenAsync(tracker, i, Subjects, eventsEach: 8);
            (i % 2 == 0 ? ours : plain).Enqueue(Facts.Name(i));
        }
        foreach (var campaign in plain) rows.Enqueue([.. StoredRow.Of(Batch(campaign), Versions(campaign))]);
        var turns = await Turns.TakeAsync(rounds,
            () => tracker.Plain.CopyAsync(rows.Dequeue()),
            async () =>
            {
                var campaign = ours.Dequeue();
                if (await recorder.RecordAsync(new RecordEvents(campaign, Batch(campaign), "benchmark"), CancellationToken.None) is not RecordingOutcome.Recorded)
                    throw new InvalidOperationException("A batch was refused.");
            },
            warmUps: WarmUps);
        return [turns.Result("batch of 1,000 events over 20 existing subjects", "COPY of the same rows", 0.4, Size, "events")];
    }

    private static List<EventLine> Batch(string campaign) =>
        [.. Enumerable.Range(0, Size).Select(i => new EventLine(Guid.CreateVersion7(), Facts.Visit(campaign, $"person-{i % Subjects}", 100 + i)))];

    private static Dictionary<string, long> Versions(string campaign) =>
        Enumerable.Range(0, Subjects).ToDictionary(i => $"{campaign}/person-{i}", _ => 8L, StringComparer.Ordinal);
}
