using System.Diagnostics;

namespace CampaignTracker.Testing;

/// <summary>Waits for what other processes do, as long as it takes and not longer than the bound.</summary>
public static class Until
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    public static Task True(Func<bool> condition, Func<string> otherwise) =>
        True(() => Task.FromResult(condition()), () => Task.FromResult(otherwise()));

    public static async Task True(Func<Task<bool>> condition, Func<Task<string>> otherwise, TimeSpan? bound = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (bound ?? Bound))
                throw new ShouldAssertException(await otherwise());
            await Task.Delay(10);
        }
    }
}
