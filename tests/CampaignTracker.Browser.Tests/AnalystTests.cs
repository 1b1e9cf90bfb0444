using Microsoft.Playwright;

namespace CampaignTracker.Browser.Tests;

/// <summary>The whole way of an analyst: replay to the signature, compare with the entry into force, follow the evidence to its source.</summary>
public sealed class AnalystTests(Browsers browsers)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_signature_to_the_entry_into_force_and_to_the_source_of_what_made_the_difference(bool script)
    {
        await using var reader = await browsers.ReadAsync(script: script);
        var page = reader.Page;
        await page.GotoAsync("/eu-kazakhstan");
        await page.Locator(".more-menu summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Replay", Exact = true }).ClickAsync();
        await page.GetByLabel("The world as of").FillAsync("2015-12-21");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.WaitForURLAsync("**/replay?asOf=2015-12-21*");
        (await page.Locator("#step").TextContentAsync()).ShouldBe("What changed on 21 Dec 2015");
        (await page.Locator("[data-follow=seen] .since").TextContentAsync()).ShouldNotBeNull().ShouldContain("went ahead, things got worse");

        await page.GetByRole(AriaRole.Link, new() { Name = "Compare this with another point" }).ClickAsync();
        await page.Locator("#toAsOf").FillAsync("2020-03-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await page.WaitForURLAsync("**/compare?fromAsOf=2015-12-21*toAsOf=2020-03-01*");
        (await page.Locator(".side").CountAsync()).ShouldBe(2);
        var kozlov = page.Locator("section[aria-labelledby=g-People] tbody tr", new() { HasText = "Vladimir Kozlov" });
        (await kozlov.TextContentAsync()).ShouldNotBeNull().ShouldContain("happened in between");
        await kozlov.Locator(".causes a").First.ClickAsync();

        await page.WaitForURLAsync("**/events/*");
        var source = page.Locator("#sources + ul.sources li").First;
        (await source.TextContentAsync()).ShouldNotBeNullOrWhiteSpace();
        (await page.Locator("h1").TextContentAsync()).ShouldNotBeNull().ShouldContain("Kozlov");
        reader.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_verdict_to_why_it_is_so_to_the_event_that_it_turns_on(bool script)
    {
        await using var reader = await browsers.ReadAsync(script: script);
        var page = reader.Page;
        await page.GotoAsync("/eu-kazakhstan?asOf=2015-12-21");
        await page.Locator("section.gates tr", new() { HasText = "Signed" }).GetByRole(AriaRole.Link, new() { Name = "why? went ahead, things got worse" }).ClickAsync();
        await page.WaitForURLAsync("**/why/*");
        (await page.Locator(".says").TextContentAsync()).ShouldNotBeNull().ShouldContain("went ahead, things got worse");
        (await page.Locator("section[aria-labelledby=flips] li").CountAsync()).ShouldBeGreaterThan(0);
        await page.Locator("section[aria-labelledby=flips] li a").First.ClickAsync();
        await page.WaitForURLAsync("**/events/*");
        reader.Complaints.ShouldBeEmpty();
    }
}
