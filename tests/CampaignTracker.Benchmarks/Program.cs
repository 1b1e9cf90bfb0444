using System.Globalization;
using CampaignTracker.Benchmarks;
using CampaignTracker.EmbeddedPostgres;

Dictionary<string, Func<PostgresCluster, bool, Task<IReadOnlyList<Result>>>> benchmarks = new(StringComparer.Ordinal)
{
    ["one-event"] = OneEvent.RunAsync,
    ["over-http"] = OverHttp.RunAsync,
    ["batches"] = Batches.RunAsync,
    ["import"] = Import.RunAsync,
    ["parts"] = Parts.RunAsync,
    ["rebuild"] = Rebuild.RunAsync,
    ["rebuild-large"] = Rebuild.RunLargeAsync,
    ["replay"] = Replaying.RunAsync,
    ["replay-growth"] = ReplayGrowth.RunAsync,
    ["judging"] = Judging.RunAsync,
    ["answer"] = UnchangedAnswer.RunAsync,
    ["grown-log"] = GrownLog.RunAsync,
    ["visible"] = Visible.RunAsync,
    ["published"] = PublishedHost.RunAsync,
};

var quick = args.Contains("--quick");
var chosen = args.Where(arg => arg != "--quick").ToList();
if (chosen.Find(name => !benchmarks.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no benchmark {unknown}: choose of {string.Join(", ", benchmarks.Keys)}, and --quick for a rough run.");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("campaign-tracker-benchmarks-").FullName;
if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
List<Result> results = [];
try
{
    // Durable, as in production.
    await using var cluster = await PostgresCluster.StartOrAttachAsync(new ClusterOptions { DataFolder = Path.Combine(folder, "postgres") });
    foreach (var name in chosen.Count == 0 ? benchmarks.Keys : chosen.AsEnumerable())
    {
        var measured = await benchmarks[name](cluster, quick);
        foreach (var result in measured)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {result.Work}: {result.Shown(result.Measured)} (target {result.Shown(result.Target)}, {result.Verdict}); {result.Detail}"));
        results.AddRange(measured);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

Console.WriteLine();
Console.WriteLine("| work | against | measured | target | verdict | figures |");
Console.WriteLine("|---|---|---|---|---|---|");
foreach (var result in results)
    Console.WriteLine($"| {result.Work} | {result.Against} | {result.Shown(result.Measured)} | {result.Shown(result.Target)} | {result.Verdict} | {result.Detail} |");
return 0;
