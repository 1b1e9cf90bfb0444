using CampaignTracker.Domain.Record;
using Microsoft.Playwright;

namespace CampaignTracker.Browser.Tests;

/// <summary>The way of an analyst through the pages, with script and without.</summary>
public sealed class ReadingTests(Browsers browsers)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_answer_to_a_gate_to_its_source_and_to_who_was_held_that_day(bool script)
    {
        await using var reader = await browsers.ReadAsync(script: script);
        var page = reader.Page;
        await page.GotoAsync("/eu-kazakhstan");
        (await page.Locator(".word strong").TextContentAsync()).ShouldBe("Mixed");
        await page.Locator("section.gates").GetByRole(AriaRole.Link, new() { Name = "Signed" }).ClickAsync();
        (await page.Locator("h1").TextContentAsync()).ShouldNotBeNull().ShouldContain("signed");
        (await page.Locator("#sources + ul.sources li").CountAsync()).ShouldBeGreaterThan(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "People", Exact = true }).ClickAsync();
        await page.GetByLabel("As of").FillAsync("2015-12-21");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        page.Url.ShouldEndWith("/eu-kazakhstan/cases?asOf=2015-12-21");
        await Assertions.Expect(page.Locator("section[aria-labelledby=held-Yes] tbody tr")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Link, new() { Name = "Answer", Exact = true }).ClickAsync();
        // The page may still be on its way.
        await Assertions.Expect(page.Locator("section.gates tbody tr")).ToHaveCountAsync(6);
        reader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recorded_instant_reads_in_the_readers_zone_and_keeps_itself_on_hover()
    {
        await using var reader = await browsers.ReadAsync();
        await reader.Page.GotoAsync("/eu-kazakhstan");
        var time = reader.Page.Locator("footer time");
        var instant = DateTimeOffset.Parse((await time.GetAttributeAsync("datetime"))!, System.Globalization.CultureInfo.InvariantCulture);
        (await time.GetAttributeAsync("title")).ShouldBe(await time.GetAttributeAsync("datetime"));
        var almaty = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty"));
        (await time.TextContentAsync())!.ShouldContain($"{almaty:HH:mm}");
    }

    [Fact]
    public async Task Paper_shows_the_wide_picture_and_no_navigation()
    {
        await using var reader = await browsers.ReadAsync(390);
        await reader.Page.GotoAsync("/eu-kazakhstan");
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await reader.Page.Locator("svg.wide").IsVisibleAsync()).ShouldBeTrue();
        (await reader.Page.Locator("svg.narrow").IsVisibleAsync()).ShouldBeFalse();
        (await reader.Page.Locator("header nav").IsVisibleAsync()).ShouldBeFalse();
    }

    [Theory]
    [InlineData("cases/prisoners?asOf=2014")]
    [InlineData("demands")]
    public async Task A_board_on_paper_is_a_table_with_its_headings_and_nothing_to_press(string board)
    {
        // What is left of a page of A4 between its margins.
        await using var reader = await browsers.ReadAsync(688);
        await reader.Page.GotoAsync($"/eu-kazakhstan/{board}");
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await reader.Page.Locator("main table").First.EvaluateAsync<string>("table => getComputedStyle(table).display")).ShouldBe("table");
        (await reader.Page.Locator("main thead th").First.IsVisibleAsync()).ShouldBeTrue();
        foreach (var pressed in new[] { "main form", "header nav", ".to-record", ".why-link" })
            (await reader.Page.Locator(pressed).EvaluateAllAsync<bool>("all => all.some(one => one.checkVisibility())")).ShouldBeFalse(pressed);
        (await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
    }
}
