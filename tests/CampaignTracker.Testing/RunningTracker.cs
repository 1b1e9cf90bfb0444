using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CampaignTracker.Testing;

/// <summary>The real host on a free port of this machine, and everything that it logs.</summary>
public sealed class RunningTracker : IAsyncDisposable
{
    public const string Recorder = "aigul";

    // Many tests share two cores: what does not come is told all the same, later.
    private static readonly Waits Patient = new()
    {
        Views = TimeSpan.FromMinutes(2), Keeper = TimeSpan.FromMinutes(2), Resumed = TimeSpan.FromMinutes(2), Behind = TimeSpan.FromMinutes(2), Readiness = TimeSpan.FromMinutes(1),
    };

    private readonly WebApplication app;
    private readonly HttpClient http;

    private RunningTracker(WebApplication app, string connectionString, LogRecorder log)
    {
        (this.app, ConnectionString, Log) = (app, connectionString, log);
        // A header that is no ASCII must arrive as it is, too.
        http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public string ConnectionString { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => http.BaseAddress!;

    public LogRecorder Log { get; }

    private bool ExpectFailures { get; init; }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Starts one.</summary>
    /// <param name="connectionString">Its database.</param>
    /// <param name="nodes">Several where another server works on the database, or where it matters who keeps the views.</param>
    /// <param name="waits">How long it waits; as long as a busy machine needs, unless that is what is tested.</param>
    /// <param name="clock">Its time; that of the run, unless the day is what is tested.</param>
    /// <param name="parts">What stands in the place of the product's own.</param>
    /// <param name="expectFailures">Whether it may answer that something went wrong on its side.</param>
    public static async Task<RunningTracker> StartAsync(
        string connectionString, Nodes nodes, Waits? waits = null, TimeProvider? clock = null, bool expectFailures = false, Action<IServiceCollection>? parts = null)
    {
        var log = new LogRecorder();
        var builder = Builder();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton(clock ?? TestClock.OfTheRun);
        parts?.Invoke(builder.Services);
        var app = await TrackerHost.BuildAsync(builder, connectionString, new TrackerOptions(Recorder, nodes, waits ?? Patient), CancellationToken.None);
        await app.StartAsync();
        return new RunningTracker(app, connectionString, log) { ExpectFailures = expectFailures };
    }

    /// <summary>Brings the schema of a database up to date, as a start does, and leaves it alone.</summary>
    public static async Task MigrateAsync(string connectionString)
    {
        await using (var app = TrackerHost.Build(Builder(), connectionString, new TrackerOptions(Recorder, Nodes.One, Patient)))
            await app.Services.GetRequiredService<SchemaMigration>().ApplyAsync(CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Records on a campaign.</summary>
    public Task<Answer> Record(string campaign, JsonNode events, string? key = null) =>
        Post($"/api/campaigns/{campaign}/events", events.ToJsonString(), key);

    /// <summary>Opens a campaign.</summary>
    public Task<Answer> Open(JsonNode events, string? key = null) => Post("/api/campaigns", events.ToJsonString(), key);

    public Task<Answer> Post(string path, string body, string? key = null) => Send(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body), key);

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path, null);

    public async Task<Answer> Send(
        HttpMethod method, string path, byte[]? body, string? key = null, string mediaType = "application/json", Action<HttpRequestMessage>? change = null)
    {
        // The path goes out as it is written: an address that is nonsense must arrive as nonsense.
        var address = new Uri(http.BaseAddress + path.TrimStart('/'), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, address);
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType) } };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        change?.Invoke(request);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await Answer.ReadAsync(response);
        return (int)answer.Status == 500 && !ExpectFailures
            ? throw new ShouldAssertException(string.Join('\n', Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal))))
            : answer;
    }

    /// <summary>The first column of the first row.</summary>
    public async Task<T> Query<T>(string sql, params object[] values) => (await Rows<T>(sql, values))[0];

    /// <summary>The first column of every row.</summary>
    public async Task<List<T>> Rows<T>(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        List<T> rows = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(await reader.GetFieldValueAsync<T>(0));
        return rows;
    }

    /// <summary>How many events a campaign has.</summary>
    public Task<long> Count(string campaign) =>
        Query<long>("select count(*) from tracker.mt_events where data ->> 'campaign' = $1", campaign);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
    }

    private static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // What the settings leave out of a log would be missed here.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }
}
