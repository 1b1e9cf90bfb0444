using Microsoft.Playwright;

namespace CampaignTracker.Browser.Tests;

/// <summary>Somebody on a phone whose taps, typed characters and page loads are counted.</summary>
internal sealed class Counted
{
    private const int MaxWaits = 400;

    private readonly IPage page;

    public Counted(IPage page)
    {
        this.page = page;
        page.DOMContentLoaded += (_, _) => Loads++;
    }

    public int Taps { get; private set; }

    /// <summary>Characters.</summary>
    public int Typed { get; private set; }

    public int Loads { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Reset() => (Taps, Typed, Loads) = (0, 0, 0);

    public async Task Tap(ILocator what)
    {
        await what.ClickAsync();
        Taps++;
    }

    /// <summary>Taps what leads to another page, and waits for it.</summary>
    public async Task Follow(ILocator what)
    {
        await page.EvaluateAsync("() => { window.left = true; }");
        await Tap(what);
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
        Assert.Fail($"It leads nowhere from {page.Url}.");
    }

    /// <summary>Taps a field and types into it.</summary>
    public async Task Type(string field, string text)
    {
        await Tap(page.Locator($"[name=\"{field}\"]:not([type=radio])"));
        await Write(text);
    }

    /// <summary>Types where the cursor is.</summary>
    public async Task Write(string text)
    {
        await page.Keyboard.TypeAsync(text);
        Typed += text.Length;
    }

    /// <summary>Chooses from a list: one tap opens it, one takes the value.</summary>
    public async Task Choose(string field, string value)
    {
        await page.Locator($"select[name=\"{field}\"]").SelectOptionAsync(value);
        Taps += 2;
    }
}
