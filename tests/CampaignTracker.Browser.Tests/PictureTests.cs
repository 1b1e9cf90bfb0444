using Microsoft.Playwright;

namespace CampaignTracker.Browser.Tests;

/// <summary>The picture as it is drawn: readable on every screen, and the same as a file.</summary>
public sealed class PictureTests(Browsers browsers)
{
    // Pairs of texts that share more than 3.5 px both ways, and texts below 11 px, of the picture that is shown.
    private const string Unreadable = """
        () => {
          const svg = [...document.querySelectorAll('.picture svg.wide, .picture svg.narrow')].filter(one => one.checkVisibility())[0];
          const texts = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect(), parseFloat(getComputedStyle(text).fontSize)]);
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          const faults = texts.filter(([, , size]) => size * scale < 11).map(([text]) => `${text} is small`);
          texts.forEach(([one, a], i) => texts.slice(0, i).forEach(([other, b]) => {
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left), high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (wide > 3.5 * scale && high > 3.5 * scale) faults.push(`${one} lies on ${other}`);
          }));
          return faults;
        }
        """;

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(390)]
    [InlineData(981)]
    [InlineData(1024)]
    [InlineData(1280)]
    [InlineData(1366)]
    public async Task No_text_lies_on_another_none_is_small_and_nothing_scrolls_sideways(int width)
    {
        await using var reader = await browsers.ReadAsync(width);
        foreach (var address in new[] { "/eu-kazakhstan", "/eu-kazakhstan/replay?asOf=2015-12-21" })
        {
            await reader.Page.GotoAsync(address);
            (await reader.Page.EvaluateAsync<string[]>(Unreadable)).ShouldBeEmpty(address);
            (await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0, address);
        }
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1366)]
    public async Task Every_link_of_the_picture_is_named_and_24_px(int width)
    {
        await using var reader = await browsers.ReadAsync(width);
        await reader.Page.GotoAsync("/eu-kazakhstan");
        var small = await reader.Page.Locator("svg.wide a.p-mark:visible, svg.narrow a.p-mark:visible").EvaluateAllAsync<string[]>(
            "links => links.filter(link => { const box = link.querySelector('.hit').getBoundingClientRect(); return box.width < 24 || box.height < 24 || !link.getAttribute('aria-label'); }).map(link => link.getAttribute('aria-label'))");
        small.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_script_the_address_is_copied_and_without_it_stands_there()
    {
        await using var reader = await browsers.ReadAsync(script: false);
        await reader.Page.GotoAsync("/eu-kazakhstan");
        await reader.Page.Locator(".share summary").ClickAsync();
        (await reader.Page.Locator(".share code").TextContentAsync()).ShouldBe($"{browsers.Address}eu-kazakhstan");
        (await reader.Page.Locator(".share button").First.IsVisibleAsync()).ShouldBeFalse();

        await using var scripted = await browsers.ReadAsync();
        await scripted.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await scripted.Page.GotoAsync("/eu-kazakhstan");
        await scripted.Page.Locator(".share summary").ClickAsync();
        await scripted.Page.Locator(".share button[data-copy]").ClickAsync();
        await Assertions.Expect(scripted.Page.Locator(".share button[data-copy]")).ToHaveTextAsync("Copied");
        (await scripted.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe($"{browsers.Address}eu-kazakhstan");
        await scripted.Page.Locator(".share button[data-copy-from]").ClickAsync();
        await Assertions.Expect(scripted.Page.Locator(".share button[data-copy-from]")).ToHaveTextAsync("Copied");
        (await scripted.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldStartWith("<figure>");
        scripted.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task As_a_file_it_is_drawn_alike_by_the_browser_and_by_librsvg()
    {
        const string converter = "/usr/bin/rsvg-convert", missing = $"There is no {converter}: apt-get update && apt-get install -y librsvg2-bin";
        if (!File.Exists(converter))
        {
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(missing);
            Assert.Skip(missing);
        }
        await using var reader = await browsers.ReadAsync(1200);
        await reader.Page.GotoAsync("/eu-kazakhstan/picture.svg");
        var size = await reader.Page.EvaluateAsync<int[]>("[document.documentElement.width.baseVal.value, document.documentElement.height.baseVal.value]");
        await reader.Page.SetViewportSizeAsync(size[0], size[1]);
        var browser = await reader.Page.ScreenshotAsync();
        var svg = await reader.Page.APIRequest.GetAsync("/eu-kazakhstan/picture.svg");
        using var convert = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(converter) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await convert.StandardInput.BaseStream.WriteAsync(await svg.BodyAsync(), TestContext.Current.CancellationToken);
        convert.StandardInput.Close();
        using var drawn = new MemoryStream();
        await convert.StandardOutput.BaseStream.CopyToAsync(drawn, TestContext.Current.CancellationToken);
        await convert.WaitForExitAsync(TestContext.Current.CancellationToken);

        // Both are looked at in the browser: how far their pixels differ on average, and how many colours there are.
        await reader.Page.GotoAsync("/eu-kazakhstan/picture.png");
        var seen = await reader.Page.EvaluateAsync<double[]>("""
            async pictures => {
              const pixels = await Promise.all(pictures.map(async picture => {
                const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
                const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
                const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
                context.drawImage(bitmap, 0, 0);
                return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
              }));
              let difference = 0;
              const colours = new Set();
              for (let i = 0; i < pixels[0].length; i++) {
                difference += Math.abs(pixels[0][i] - pixels[1][i]);
                if (i % 4 === 0) colours.add(pixels[1][i] << 16 | pixels[1][i + 1] << 8 | pixels[1][i + 2]);
              }
              return [difference / pixels[0].length / 255, colours.size];
            }
            """, new[] { Convert.ToBase64String(browser), Convert.ToBase64String(drawn.ToArray()) });
        seen[0].ShouldBeLessThan(0.02);
        seen[1].ShouldBeGreaterThan(1_000);
    }
}
