using CampaignTracker.Domain.Record;
using Microsoft.Playwright;

namespace CampaignTracker.Browser.Tests;

/// <summary>The first minutes of somebody new: an empty tracker, the sample looked at, removed and brought back.</summary>
public sealed class FirstRunTests(Browsers browsers)
{
    [Fact]
    public async Task From_the_first_page_to_the_sample_and_back_to_an_empty_tracker()
    {
        await using var tracker = await browsers.StartEmptyAsync();
        await using var reader = await browsers.ReadAsync(at: tracker.Address);
        var page = reader.Page;
        await page.GotoAsync("/");
        (await page.Locator("h1").TextContentAsync()).ShouldBe("The memory of a campaign begins here");
        (await Axe.LookAsync(page)).ShouldBeEmpty();

        await page.GetByRole(AriaRole.Button, new() { Name = "Look at the sample" }).ClickAsync();
        await page.WaitForURLAsync("**/eu-kazakhstan");
        (await page.Locator(".word strong").TextContentAsync()).ShouldBe("Mixed");

        await page.GetByRole(AriaRole.Link, new() { Name = "CampaignTracker" }).ClickAsync();
        (await page.Locator(".cards").InnerTextAsync()).ShouldContain("Is EU-Kazakhstan progress conditioned on reform? Mixed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the sample" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "The memory of a campaign begins here" }).WaitForAsync();
        (await page.Locator(".cards").CountAsync()).ShouldBe(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Look at the sample" }).ClickAsync();
        await page.WaitForURLAsync("**/eu-kazakhstan");
        reader.Complaints.ShouldBeEmpty();
    }
}
