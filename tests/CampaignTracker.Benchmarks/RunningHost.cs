using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Benchmarks;

/// <summary>A server of the tracker in this process, views and all.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningHost(WebApplication app)
    {
        this.app = app;
        Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Starts a node of the tracker.</summary>
    public static async Task<RunningHost> TrackerAsync(string connectionString)
    {
        var builder = Quiet();
        var app = await TrackerHost.BuildAsync(builder, connectionString, new TrackerOptions("benchmark", Nodes.Several, Waits.Usual), CancellationToken.None);
        await app.StartAsync();
        return new RunningHost(app);
    }

    /// <summary>Starts a plain program with the endpoints given.</summary>
    public static async Task<RunningHost> PlainAsync(Action<WebApplication> map)
    {
        var app = Quiet().Build();
        map(app);
        await app.StartAsync();
        return new RunningHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static WebApplicationBuilder Quiet()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }
}
