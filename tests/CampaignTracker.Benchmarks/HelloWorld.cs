namespace CampaignTracker.Benchmarks;

/// <summary>The smallest web program: what the start of the tracker is measured against.</summary>
internal static class HelloWorld
{
    public static async Task RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.MapGet("/", () => "Hello world");
        await app.RunAsync();
    }
}
