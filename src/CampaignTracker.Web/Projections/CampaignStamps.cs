using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Projections;

/// <summary>As what the stored views of a campaign were written.</summary>
/// <param name="Text">Another one at each writing.</param>
/// <param name="Sequence">The last event that they know.</param>
/// <param name="AsOf">The day that they are drawn for.</param>
public sealed record CampaignStamp(string Text, long Sequence, DateOnly AsOf);

/// <summary>
/// Tells whether the stored views of a campaign are still the ones that somebody has in memory. The database is asked each time, so that
/// the answer holds whichever node drew them last; but one question serves all who came while the one before was on its way. So what is
/// answered was true after the request came in, and many readers cost what a few do.
/// </summary>
public sealed class CampaignStamps(NpgsqlDataSource database)
{
    private readonly Lock gate = new();
    private Question? next;
    private bool asking;

    /// <summary>What changes whenever a campaign's views are written; null when it has none.</summary>
    public Task<CampaignStamp?> StampAsync(string campaign, CancellationToken ct)
    {
        Question question;
        lock (gate)
        {
            question = next ??= new Question();
            question.Campaigns.Add(campaign);
            if (!asking)
            {
                asking = true;
                _ = Task.Run(AskAsync, CancellationToken.None);
            }
        }
        return question.StampAsync(campaign, ct);
    }

    private async Task AskAsync()
    {
        while (TakeNext() is { } question)
        {
            try
            {
                question.Stamps.SetResult(await ReadAsync([.. question.Campaigns]));
            }
            catch (Exception failure)
            {
                question.Stamps.SetException(failure);
            }
        }
    }

    private Question? TakeNext()
    {
        lock (gate)
        {
            var question = next;
            asking = question is not null;
            next = null;
            return question;
        }
    }

    private async Task<Dictionary<string, CampaignStamp>> ReadAsync(string[] campaigns)
    {
        await using var command = database.CreateCommand(
            $"select {Columns}, campaign from {TrackerSchema.Name}.{CampaignViews.CampaignsTable} c where campaign = any($1)");
        command.Parameters.Add(new() { Value = campaigns });
        Dictionary<string, CampaignStamp> stamps = new(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) stamps.Add(reader.GetString(3), Read(reader));
        return stamps;
    }

    /// <summary>
    /// What <see cref="Read"/> takes of a row <c>c</c> of the campaigns: the transaction that wrote it is another one at each writing.
    /// </summary>
    internal const string Columns = "c.sequence || '-' || c.xmin, c.sequence, c.as_of";

    /// <summary>The stamp of a row that begins with <see cref="Columns"/>.</summary>
    internal static CampaignStamp Read(NpgsqlDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetFieldValue<DateOnly>(2));

    private sealed class Question
    {
        public HashSet<string> Campaigns { get; } = new(StringComparer.Ordinal);

        public TaskCompletionSource<Dictionary<string, CampaignStamp>> Stamps { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<CampaignStamp?> StampAsync(string campaign, CancellationToken ct) =>
            (await Stamps.Task.WaitAsync(ct)).GetValueOrDefault(campaign);
    }
}
