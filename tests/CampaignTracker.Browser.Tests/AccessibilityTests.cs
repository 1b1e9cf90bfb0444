using System.Collections.Concurrent;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Browser.Tests;

/// <summary>Every page by axe-core, wide and narrow, in light and dark.</summary>
public sealed class AccessibilityTests(Browsers browsers)
{
    // As many as there are cores on a small machine.
    private const int Readers = 2;

    [Fact]
    public async Task No_page_has_a_violation_or_complains()
    {
        ConcurrentQueue<string> addresses = new(EveryPage.Addresses(browsers.Retold));
        ConcurrentQueue<string> wrong = [];
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async _ =>
        {
            await using var reader = await browsers.ReadAsync();
            while (addresses.TryDequeue(out var address))
            {
                await reader.Page.GotoAsync(address);
                foreach (var one in await Axe.LookAsync(reader.Page)) wrong.Enqueue(one);
            }
            foreach (var complaint in reader.Complaints.Where(complaint => !complaint.Contains("status of 40", StringComparison.Ordinal))) wrong.Enqueue(complaint);
        }));
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_kind_of_page_is_among_them() =>
        EveryPage.Addresses(browsers.Retold).Select(EveryPage.RouteOf).Distinct().Order().ShouldBe(EveryPage.Routes.Order());
}
