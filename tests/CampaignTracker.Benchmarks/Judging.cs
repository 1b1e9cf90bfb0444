using System.Diagnostics;
using System.Globalization;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using CampaignTracker.EmbeddedPostgres;

namespace CampaignTracker.Benchmarks;

/// <summary>What it costs to judge by rule set 2 where the worlds are many: processor time, everything asked anew.</summary>
internal static class Judging
{
    public static Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        List<Result> results = [];
        foreach (var people in new[] { 1, 24 })
        {
            var state = CampaignState.Of(ContestedCampaign.Of(people), Viewpoints.Now);
            List<double> times = [];
            for (var round = 0; round < (quick ? 10 : 30); round++)
            {
                var start = Process.GetCurrentProcess().TotalProcessorTime;
                ConditionalityLedger.Of(state, RuleSetList.BuiltIn.Find("2")!, Memo.New());
                times.Add((Process.GetCurrentProcess().TotalProcessorTime - start).TotalMilliseconds);
            }
            // The first ones are compiled as they run.
            var median = Turns.Quantile([.. times.Skip(times.Count / 2)], 0.5);
            results.Add(new($"100 gates, 24 contested claims and 24 facts dated by the year, of {people}: verdicts, deciding items, annotations", "", median, 500, "ms",
                string.Create(CultureInfo.InvariantCulture, $"processor time, median of {times.Count - times.Count / 2}; the first took {times[0]:0} ms")));
        }
        return Task.FromResult<IReadOnlyList<Result>>(results);
    }
}
