using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CampaignTracker.Browser.Tests;

/// <summary>Every page by axe-core: the rules of WCAG 2.2 A and AA and the best practices, target sizes among them.</summary>
public sealed class AccessibilityTests(Browsers browsers)
{
    internal static readonly AxeRunOptions Options = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    // The page still has axe in it; asking for all of it again would take as long again.
    private const string Contrast = """
        axe.run(document, { runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations'] })
            .then(result => result.violations.flatMap(violation => violation.nodes.map(node => `${violation.id}: ${node.html}`)))
        """;

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task No_page_has_a_violation_or_complains_in_light_or_dark(int width)
    {
        await using var reader = await browsers.ReadAsync(width);
        List<string> violations = [];
        foreach (var address in EveryPage.Addresses)
        {
            await reader.Page.GotoAsync(address);
            await reader.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => { details.open = true; })");
            violations.AddRange(Said(address, await reader.Page.RunAxe(Options)));
            // Only colours differ in the dark.
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            violations.AddRange((await reader.Page.EvaluateAsync<string[]>(Contrast)).Select(violation => $"{address}, dark, {violation}"));
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            var wider = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (wider > 0) violations.Add($"{address} is {wider} px wider than the window");
        }
        violations.ShouldBeEmpty();
        reader.Complaints.Where(complaint => !complaint.Contains("status of 40", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Said(string address, AxeResult result) => result.Violations.Select(violation =>
        $"{address} {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => $"{node.Html} {string.Join(' ', node.Any.Select(check => check.Message))}"))}");
}
