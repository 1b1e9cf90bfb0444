using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Sample;
using CampaignTracker.Web.Storage;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CampaignTracker.Browser.Tests.Browsers))]

namespace CampaignTracker.Browser.Tests;

/// <summary>A tracker with the sample and one Chromium, the machine's own, for the whole run. Without a Chromium the tests are skipped; in CI they fail.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Missing = $"There is no Chromium at {Chromium}: apt-get update && apt-get install -y chromium";

    private readonly TestTrackers trackers = new();
    private IPlaywright? playwright;
    private IBrowser? browser;
    private RunningTracker? tracker;

    /// <summary>The sample once more, learned bit by bit.</summary>
    public RetoldSample Retold { get; private set; } = null!;

    public Uri Address => tracker!.Address;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        tracker = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One);
        var events = await SampleCampaign.LoadIntoEmptyAsync(tracker.Get<IServiceProvider>(), CancellationToken.None);
        await tracker.Get<CampaignReader>().WaitAsync(events, CancellationToken.None);
        Retold = await RetoldSample.RecordAsync(tracker);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
    }

    /// <summary>Waits until pages show a recording.</summary>
    public Task ReachAsync(long sequence) => tracker!.Get<CampaignReader>().WaitAsync(sequence, CancellationToken.None);

    /// <summary>A tracker of its own, in which nothing was ever recorded.</summary>
    public async Task<RunningTracker> StartEmptyAsync() => await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One);

    /// <summary>A fresh reader; what its pages complain of or ask elsewhere for is kept.</summary>
    public async Task<Reader> ReadAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true, Uri? at = null)
    {
        if (browser is null)
        {
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(Missing);
            Assert.Skip(Missing);
        }
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = (at ?? Address).ToString(), ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = script,
            Locale = "en-GB", TimezoneId = "Asia/Almaty", ReducedMotion = ReducedMotion.Reduce,
        });
        return new Reader(context, await context.NewPageAsync(), at ?? Address);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (tracker is not null) await tracker.DisposeAsync();
        await trackers.DisposeAsync();
    }
}

/// <summary>Somebody at a browser.</summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext context;

    internal Reader(IBrowserContext context, IPage page, Uri address)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") Complaints.Add(message.Text); };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => { if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal)) Complaints.Add($"asked for {request.Url}"); };
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, and requests to other hosts.</summary>
    public List<string> Complaints { get; } = [];

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
