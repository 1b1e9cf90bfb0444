using System.Collections.Concurrent;
using System.Net;
using CampaignTracker.Edtf;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Faults.Tests;

/// <summary>
/// Who read all the while as something happens: every request is answered, no server's answer is older than its answer before, and each is what a
/// replay gives at the sequence that it names.
/// </summary>
internal sealed class Readers : IAsyncDisposable
{
    // What a server can do at most is not the question: the servers need the machine, too.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private static readonly CampaignView[] Views = [.. ViewCatalogue.Stored.Where(view => view.Name is "cases" or "conditionality")];

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly ConcurrentDictionary<(string Campaign, CampaignView View, EdtfDate AsOf, long Sequence), string> answers = new();
    private readonly Dictionary<Uri, (CancellationTokenSource Enough, Task<int> Reading)> readers = [];

    /// <summary>Reads from one more server.</summary>
    public void Start(Uri server)
    {
        var enough = new CancellationTokenSource();
        readers.Add(server, (enough, Task.Run(() => ReadAsync(server, enough.Token))));
    }

    /// <summary>Ends reading from a server, which must have answered throughout.</summary>
    public async Task StopAsync(Uri server)
    {
        readers.Remove(server, out var reader).ShouldBeTrue();
        await reader.Enough.CancelAsync();
        (await reader.Reading).ShouldBeGreaterThan(0);
        reader.Enough.Dispose();
    }

    /// <summary>Compares all that was answered with replays.</summary>
    public async Task CheckAsync(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        using var cache = new CampaignCache();
        var reader = new CampaignReader(new EventLog(database, cache), new CampaignStamps(database), cache, database, Waits.Usual);
        foreach (var ((campaign, view, asOf, sequence), text) in answers)
        {
            var from = (await reader.ReadAsync(campaign, Requested.UpTo(sequence, asOf), CancellationToken.None)).ShouldNotBeNull();
            text.ShouldBe(System.Text.Encoding.UTF8.GetString(from.Write(from.Of(view))), $"{campaign} {view.Name} at {sequence}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in readers.Values)
        {
            await reader.Enough.CancelAsync();
            await reader.Reading.ContinueWith(_ => { }, TaskScheduler.Default);
            reader.Enough.Dispose();
        }
        http.Dispose();
    }

    private async Task<int> ReadAsync(Uri server, CancellationToken enough)
    {
        Dictionary<(string, CampaignView), long> latest = [];
        var count = 0;
        for (; !enough.IsCancellationRequested; count++)
        {
            foreach (var (campaign, view) in Writers.Campaigns.SelectMany(campaign => Views.Select(view => (campaign, view))))
            {
                var answer = await GetAsync(new Uri(server, $"/api/campaigns/{campaign}/{view.Name}"));
                answer.Sequence.ShouldBeGreaterThanOrEqualTo(latest.GetValueOrDefault((campaign, view)), $"{server} {campaign}");
                latest[(campaign, view)] = answer.Sequence;
                var asOf = EdtfDate.Parse(answer.Body["asOf"]!.GetValue<string>());
                answers.GetOrAdd((campaign, view, asOf, answer.Sequence), answer.Text).ShouldBe(answer.Text, "two answers at one sequence");
            }
            var list = await GetAsync(new Uri(server, "/api/campaigns"));
            list.Body["campaigns"]!.AsArray().Select(entry => entry!["campaign"]!.GetValue<string>()).ShouldBe(Writers.Campaigns);
            await Task.Delay(Pause, CancellationToken.None);
        }
        return count;
    }

    private async Task<Answer> GetAsync(Uri address)
    {
        using var response = await http.GetAsync(address);
        return (await Answer.ReadAsync(response)).ShouldBe(HttpStatusCode.OK);
    }
}
