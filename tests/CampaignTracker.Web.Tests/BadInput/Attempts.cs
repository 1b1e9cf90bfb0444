using System.Collections.Concurrent;

namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>Many cases, eight at a time, and what became of them.</summary>
internal static class Attempts
{
    private const int AtOnce = 8;

    /// <summary>Tries every case; a failed case is told with the first others, and the number of all.</summary>
    /// <returns>The number of cases.</returns>
    public static async Task<int> ShouldAllFailWell<T>(this IEnumerable<T> cases, Func<T, Task<string?>> problemOf)
    {
        ConcurrentQueue<string> problems = [];
        var count = 0;
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) =>
        {
            Interlocked.Increment(ref count);
            if (await problemOf(one) is { } problem) problems.Enqueue(problem);
        });
        if (!problems.IsEmpty) Assert.Fail($"{problems.Count} of {count}:\n{string.Join('\n', problems.Take(40))}");
        return count;
    }
}
