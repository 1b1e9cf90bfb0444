using CampaignTracker.Domain.Record;

namespace CampaignTracker.Browser.Tests;

/// <summary>The picture by keyboard alone.</summary>
public sealed class KeyboardTests(Browsers browsers)
{
    [Theory]
    [InlineData(1280, "wide")]
    [InlineData(390, "narrow")]
    public async Task The_tab_key_reaches_every_mark_of_the_picture_once_and_shows_where_it_is(int width, string state)
    {
        await using var reader = await browsers.ReadAsync(width);
        await reader.Page.GotoAsync("/eu-kazakhstan");
        var marks = await reader.Page.Locator($"svg.{state} a.p-mark").EvaluateAllAsync<string[]>("marks => marks.map(mark => mark.getAttribute('href'))");
        // Two flags, eight steps, three conditions, and what is told on their bands.
        marks.Length.ShouldBeInRange(15, 30);

        List<string?> reached = [];
        for (var presses = 0; presses < 80 && reached.Count < marks.Length; presses++)
        {
            await reader.Page.Keyboard.PressAsync("Tab");
            var focused = await reader.Page.EvaluateAsync<string?>(
                "document.activeElement.closest('svg.wide, svg.narrow') && getComputedStyle(document.activeElement.querySelector('.hit')).strokeWidth + ' ' + document.activeElement.getAttribute('href')");
            if (focused is not null) reached.Add(focused);
        }
        reached.ShouldBe(marks.Select(mark => $"2.5px {mark}"));

        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.WaitForURLAsync($"**{marks[^1]}");
    }

    [Fact]
    public async Task The_first_tab_offers_to_skip_to_the_content()
    {
        await using var reader = await browsers.ReadAsync();
        await reader.Page.GotoAsync("/eu-kazakhstan/timeline");
        await reader.Page.Keyboard.PressAsync("Tab");
        await reader.Page.Keyboard.PressAsync("Enter");
        (await reader.Page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("content");
    }
}
