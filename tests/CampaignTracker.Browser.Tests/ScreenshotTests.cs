using Microsoft.Playwright;

namespace CampaignTracker.Browser.Tests;

/// <summary>
/// The pictures of the README. They are taken at each run, so that they can always be taken; where CAMPAIGNTRACKER_SCREENSHOTS names a folder they are
/// written there: <c>CAMPAIGNTRACKER_SCREENSHOTS=docs/images dotnet test --project tests/CampaignTracker.Browser.Tests --filter-class '*ScreenshotTests'</c>.
/// </summary>
public sealed class ScreenshotTests(Browsers browsers)
{
    private const int Most = 300_000;

    [Theory]
    [InlineData("home", "/eu-kazakhstan", 1130)]
    [InlineData("replay", "/retold/replay?asOf=2015-12-21", 1180)]
    [InlineData("record", "/eu-kazakhstan/record/release_achieved?subject=case-2", 1000)]
    public async Task A_page_has_its_picture(string name, string address, int height)
    {
        await using var reader = await browsers.ReadAsync(1200);
        await reader.Page.SetViewportSizeAsync(1200, height);
        var answer = await reader.Page.GotoAsync(address);
        answer!.Status.ShouldBe(200);
        await reader.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var picture = await reader.Page.ScreenshotAsync();
        picture.Length.ShouldBeInRange(10_000, Most);
        if (Environment.GetEnvironmentVariable("CAMPAIGNTRACKER_SCREENSHOTS") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), picture, TestContext.Current.CancellationToken);
    }
}
