using System.Text.RegularExpressions;
using CampaignTracker.Domain.Record;
using Microsoft.Playwright;

namespace CampaignTracker.Browser.Tests;

/// <summary>The replay's dials with script: they slide, step and play, and the picture and the address follow.</summary>
public sealed class DialTests(Browsers browsers)
{
    private static ILocator World(IPage page) => page.Locator("[data-dial=asOf]");

    [Fact]
    public async Task The_slider_by_keyboard_moves_the_picture_the_address_and_every_link()
    {
        await using var reader = await browsers.ReadAsync();
        var page = reader.Page;
        await page.GotoAsync("/eu-kazakhstan/replay?asOf=2015-12-21");
        var before = await page.Locator("svg.wide a.p-mark").CountAsync();
        await World(page).Locator("input[type=range]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync(url => url.Contains("asOf=2016-03", StringComparison.Ordinal));
        (await page.Locator("svg.wide a.p-mark").CountAsync()).ShouldBeGreaterThanOrEqualTo(before);
        (await page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).GetAttributeAsync("href")).ShouldNotBeNull().ShouldContain("asOf=2016-03");
        (await page.TitleAsync()).ShouldContain("Replay");
        (await page.EvaluateAsync<string>("document.activeElement.type")).ShouldBe("range");
        var (address, word, marks) = (page.Url, await page.Locator(".word strong").TextContentAsync(), await page.Locator("svg.wide a.p-mark").CountAsync());
        await page.GotoAsync(address);
        (await page.Locator(".word strong").TextContentAsync()).ShouldBe(word);
        (await page.Locator("svg.wide a.p-mark").CountAsync()).ShouldBe(marks);
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_plays_to_today_says_where_it_is_and_stops_at_a_word()
    {
        await using var reader = await browsers.ReadAsync();
        var page = reader.Page;
        await page.GotoAsync("/eu-kazakhstan/replay?asOf=2019-12-31");
        var play = page.GetByRole(AriaRole.Button, new() { Name = "the world, date by date" });
        await play.ClickAsync();
        await Assertions.Expect(play).ToHaveTextAsync(new Regex("Pause"));
        await page.WaitForURLAsync(url => url.Contains("asOf=2020", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(new Regex("^The world on .*2020\\. "));
        await play.ClickAsync();
        await Assertions.Expect(play).ToHaveTextAsync(new Regex("Play"));
        var stopped = page.Url;
        // Longer than a step takes where less is to move.
        await page.WaitForTimeoutAsync(3_500);
        page.Url.ShouldBe(stopped);
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Our_knowledge_has_a_dial_of_its_own_and_both_go_into_the_address()
    {
        await using var reader = await browsers.ReadAsync(390);
        var page = reader.Page;
        await page.GotoAsync("/retold/replay?asOf=2020-03-01");
        var knowledge = page.Locator("[data-dial=knownAt]");
        await knowledge.Locator("a[rel=prev]").ClickAsync();
        await page.WaitForURLAsync($"**/retold/replay?asOf=2020-03-01&knownAt={browsers.Retold.Reconciled}");
        await knowledge.Locator("a[rel=prev]").ClickAsync();
        await page.WaitForURLAsync($"**/retold/replay?asOf=2020-03-01&knownAt={browsers.Retold.Assessed}");
        await Assertions.Expect(page.Locator("svg.narrow a[data-to=Step][aria-label*='cannot be told']")).ToHaveCountAsync(2);
        (await page.EvaluateAsync<string?>("document.activeElement.getAttribute('rel')")).ShouldBe("prev");
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_script_the_slider_is_a_form_and_the_steps_are_links()
    {
        await using var reader = await browsers.ReadAsync(script: false);
        var page = reader.Page;
        await page.GotoAsync("/eu-kazakhstan/replay?asOf=2015-12-21");
        (await World(page).Locator("[data-toggle]").IsVisibleAsync()).ShouldBeFalse();
        await World(page).Locator("input[type=range]").FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await World(page).GetByRole(AriaRole.Button, new() { Name = "Go there" }).ClickAsync();
        page.Url.ShouldEndWith("/replay?asOf=2011-05-24");
        await World(page).Locator("a[rel=next]").ClickAsync();
        page.Url.ShouldContain("/replay?asOf=2011-06");
    }
}
