using Microsoft.Playwright;

namespace CampaignTracker.Browser.Tests;

/// <summary>Somebody who has a keyboard and nothing else.</summary>
internal sealed class Typist(IPage page)
{
    private const int MaxTabs = 150;
    private const int MaxWaits = 400;

    // What has the focus, by what a reader would call it.
    private const string Focused = """
        (() => { const e = document.activeElement; if (!e || e === document.body) return '';
          const label = e.labels && e.labels[0] ? e.labels[0].textContent : e.textContent;
          return (e.tagName === 'A' || e.tagName === 'BUTTON' || e.tagName === 'SUMMARY' ? e.textContent : label).replace('required', '').replace(/\s+/g, ' ').trim(); })()
        """;

    /// <summary>Tabs on until something has the focus, and fails where nothing of that name comes.</summary>
    public async Task To(string name)
    {
        for (var tabs = 0; tabs < MaxTabs; tabs++)
        {
            if (await page.EvaluateAsync<string>(Focused) == name) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The tab key does not reach “{name}” on {page.Url}.");
    }

    /// <summary>Types into a field; a list is chosen from by its first letters.</summary>
    public async Task Type(string field, string text)
    {
        await To(field);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Chooses another date than those that are offered, and types it.</summary>
    public async Task Day(string date)
    {
        for (var tabs = 0; !(await page.EvaluateAsync<string>(Focused)).StartsWith("Today", StringComparison.Ordinal); tabs++)
        {
            if (tabs == MaxTabs) Assert.Fail($"The tab key does not reach the days on {page.Url}.");
            await page.Keyboard.PressAsync("Tab");
        }
        foreach (var key in new[] { "ArrowDown", "ArrowDown", "Tab" }) await page.Keyboard.PressAsync(key);
        await page.Keyboard.TypeAsync(date);
    }

    /// <summary>Follows a link or presses a button, and waits for what comes.</summary>
    public async Task Enter(string? name = null)
    {
        if (name is not null) await To(name);
        // The next page is there when this one, which is marked, is gone and the other has come whole.
        await page.EvaluateAsync("() => { window.left = true; }");
        await page.Keyboard.PressAsync("Enter");
        for (var waits = 0; waits < MaxWaits; waits++)
        {
            try
            {
                if (await page.EvaluateAsync<bool>("() => !window.left && document.readyState === 'complete'")) return;
            }
            catch (PlaywrightException)
            {
                // Between two pages there is nobody to ask.
            }
            await Task.Delay(50);
        }
        Assert.Fail($"Enter leads nowhere from {page.Url}.");
    }

    /// <summary>Checks what is typed and records it: the second button has the focus by itself.</summary>
    public async Task CheckAndRecord()
    {
        await Enter("Check");
        (await page.EvaluateAsync<string>(Focused)).ShouldBe("Record it", await page.Locator("main").InnerTextAsync());
        await Enter();
        (await page.Locator("section.recorded").CountAsync()).ShouldBe(1, await page.Locator("main").InnerTextAsync());
    }
}
