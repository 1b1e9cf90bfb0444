using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CampaignTracker.Browser.Tests;

/// <summary>A page by axe-core: the rules of WCAG 2.2 A and AA and the best practices, target sizes among them.</summary>
internal static class Axe
{
    private const int Wide = 1280, Narrow = 390, Height = 900;

    private static readonly string Source = new BundledAxeScriptProvider().GetScript();

    private const string Everything = "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";

    private const string Menu = "open => document.querySelectorAll('.more-menu').forEach(menu => { menu.open = open; })";

    // Between light and dark nothing differs but colours.
    private const string Colours = "['color-contrast', 'link-in-text-block']";

    /// <summary>Looks at the page as it stands, every fold of it open, wide and narrow, in light and dark; then at the menu, which lies over it.</summary>
    /// <returns>What is wrong, and by how much the page is too wide.</returns>
    public static async Task<List<string>> LookAsync(IPage page)
    {
        await page.EvaluateAsync("document.querySelectorAll('details:not(.more-menu)').forEach(details => { details.open = true; })");
        await page.EvaluateAsync(Source);
        List<string> wrong = [];
        foreach (var (width, first, then) in new[] { (Wide, ColorScheme.Light, ColorScheme.Dark), (Narrow, ColorScheme.Dark, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, Height);
            foreach (var (scheme, rules) in new[] { (first, Everything), (then, Colours) })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                wrong.AddRange((await RunAsync(page, rules)).Select(violation => $"{page.Url}, {width} px, {scheme}, {violation}"));
            }
            await page.EvaluateAsync(Menu, true);
            wrong.AddRange((await RunAsync(page, Everything, "'header'")).Select(violation => $"{page.Url}, {width} px, the menu, {violation}"));
            await page.EvaluateAsync(Menu, false);
            var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wider > 0) wrong.Add($"{page.Url} is {wider} px wider than {width} px");
        }
        await page.SetViewportSizeAsync(Wide, Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return wrong;
    }

    private static Task<string[]> RunAsync(IPage page, string rules, string where = "document") => page.EvaluateAsync<string[]>($$"""
        axe.run({{where}}, { runOnly: {{rules}}, resultTypes: ['violations'] }).then(result => result.violations.map(violation =>
            `${violation.id}: ${violation.nodes.slice(0, 3).map(node => `${node.html} ${node.any.map(check => check.message).join(' ')}`).join(' | ')}`))
        """);
}
