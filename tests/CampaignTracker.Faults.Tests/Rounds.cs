using System.Globalization;

namespace CampaignTracker.Faults.Tests;

/// <summary>How often each fault is brought about: once in a test run, or as often as <c>CAMPAIGNTRACKER_FAULT_ROUNDS</c> says.</summary>
public static class Rounds
{
    private const int InATestRun = 1;

    public static TheoryData<int> All => [.. Enumerable.Range(1, Count)];

    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable("CAMPAIGNTRACKER_FAULT_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds > 0
            ? rounds
            : InATestRun;
}
