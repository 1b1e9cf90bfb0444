using System.Diagnostics;

namespace CampaignTracker.Web.Tests.EmbeddedPostgres;

/// <summary>Waits for what other processes do, as long as it takes and not longer than the bound.</summary>
internal static class Until
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    public static async Task True(Func<bool> condition, Func<string> otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > Bound)
                throw new ShouldAssertException(otherwise());
            await Task.Delay(10);
        }
    }
}
