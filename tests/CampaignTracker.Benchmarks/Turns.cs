using System.Diagnostics;
using System.Globalization;

namespace CampaignTracker.Benchmarks;

/// <summary>Two ways of doing one thing, run in turns, so that whatever else the machine does falls on both.</summary>
/// <param name="Plain">The median time of the plain way, in milliseconds a round.</param>
/// <param name="Ours">The median time of the tracker, in milliseconds a round.</param>
/// <param name="Ratio">The median over the rounds of plain time by our time: 1 is as fast, 0.5 takes twice as long.</param>
internal sealed record Turns(double Plain, double Ours, double Ratio)
{
    /// <summary>Runs both, first once unmeasured, then in turns.</summary>
    /// <param name="rounds">How often each is measured.</param>
    /// <param name="plain">One round of the plain way.</param>
    /// <param name="ours">One round of the tracker.</param>
    /// <param name="warmUps">How often each is run unmeasured.</param>
    /// <param name="between">Clears up before each round; not measured.</param>
    /// <param name="betweenBoth">Whether to clear up between the two as well.</param>
    public static async Task<Turns> TakeAsync(int rounds, Func<Task> plain, Func<Task> ours, int warmUps = 1, Func<Task>? between = null, bool betweenBoth = false)
    {
        between ??= () => Task.CompletedTask;
        for (var i = 0; i < warmUps; i++)
        {
            await between();
            await plain();
            await ours();
        }
        List<double> plainTimes = [], ourTimes = [], ratios = [];
        for (var i = 0; i < rounds; i++)
        {
            await between();
            // Who is first changes: neither profits from what the other leaves behind.
            var (first, second) = i % 2 == 0 ? (plain, ours) : (ours, plain);
            var firstTime = await TimeAsync(first);
            if (betweenBoth) await between();
            var secondTime = await TimeAsync(second);
            var (plainTime, ourTime) = i % 2 == 0 ? (firstTime, secondTime) : (secondTime, firstTime);
            plainTimes.Add(plainTime);
            ourTimes.Add(ourTime);
            ratios.Add(plainTime / ourTime);
        }
        return new Turns(Quantile(plainTimes, 0.5), Quantile(ourTimes, 0.5), Quantile(ratios, 0.5));
    }

    /// <summary>The result of a comparison of speeds.</summary>
    /// <param name="units">How many units a round has, for the figures behind the ratio.</param>
    /// <param name="unit">What they are.</param>
    public Result Result(string work, string against, double target, double units, string unit) =>
        new(work, against, Ratio, target, "", string.Create(CultureInfo.InvariantCulture,
            $"{units / Ours * 1000:N0} {unit}/s against {units / Plain * 1000:N0}"));

    /// <summary>The value below which a share of the values lies.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
