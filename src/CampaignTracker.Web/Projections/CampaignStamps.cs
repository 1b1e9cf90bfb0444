using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Projections;

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
    public Task<string?> StampAsync(string campaign, CancellationToken ct)
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

    private async Task<Dictionary<string, string>> ReadAsync(string[] campaigns)
    {
        await using var command = database.CreateCommand(
            $"select campaign, {Column} from {TrackerSchema.Name}.{CampaignViews.CampaignsTable} c where campaign = any($1)");
        command.Parameters.Add(new() { Value = campaigns });
        Dictionary<string, string> stamps = new(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) stamps.Add(reader.GetString(0), reader.GetString(1));
        return stamps;
    }

    /// <summary>The stamp of a row <c>c</c> of the campaigns: the transaction that wrote it is another one at each writing.</summary>
    internal const string Column = "c.sequence || '-' || c.xmin";

    /// <summary>The last event that the views of a stamp know.</summary>
    internal static long SequenceOf(string stamp) =>
        long.Parse(stamp.AsSpan(0, stamp.IndexOf('-', StringComparison.Ordinal)), System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Question
    {
        public HashSet<string> Campaigns { get; } = new(StringComparer.Ordinal);

        public TaskCompletionSource<Dictionary<string, string>> Stamps { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<string?> StampAsync(string campaign, CancellationToken ct) =>
            (await Stamps.Task.WaitAsync(ct)).GetValueOrDefault(campaign);
    }
}
