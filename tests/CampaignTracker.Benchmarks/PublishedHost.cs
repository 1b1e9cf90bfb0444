using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CampaignTracker.EmbeddedPostgres;

namespace CampaignTracker.Benchmarks;

/// <summary>
/// The published program: from its start to its first answer, against a hello world; its memory when idle, and when it rebuilds a large log.
/// Both are published by <c>dotnet publish</c>, and both run on the installed .NET; the environment's <c>PUBLISHED</c> and <c>PUBLISHED_HELLO</c> name
/// their folders. PostgreSQL runs already, and the tables are there. Memory is read from /proc: Linux only.
/// </summary>
internal static class PublishedHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Result>> RunAsync(PostgresCluster cluster, bool quick)
    {
        var program = Published("PUBLISHED", "CampaignTracker.Web.dll");
        var helloWorld = Published("PUBLISHED_HELLO", "CampaignTracker.HelloWorld.dll");
        await using var tracker = await Tracker.CreateAsync(cluster, "published");
        List<double> hello = [], ours = [], ratios = [], idle = [];
        for (var i = 0; i < (quick ? 3 : 9); i++)
        {
            var (helloTime, _) = await StartAsync(["dotnet", helloWorld, "--urls"], "/", tracker.ConnectionString, TimeSpan.Zero);
            var (ourTime, memory) = await StartAsync(["dotnet", program, "--no-sample", "--urls"], "/api/campaigns", tracker.ConnectionString, TimeSpan.FromSeconds(10));
            if (i == 0) continue;
            hello.Add(helloTime);
            ours.Add(ourTime);
            ratios.Add(ourTime / helloTime);
            idle.Add(memory);
        }
        await tracker.Plain.FillAsync(campaigns: quick ? 100 : 500, eventsEach: 2_000);
        await tracker.SettleAsync();
        var rebuilding = await RebuildAsync(["dotnet", program, "views", "rebuild"], tracker.ConnectionString);
        return
        [
            new("published host, from start to first answer", "a hello world", Turns.Quantile(ratios, 0.5), 3, "x",
                string.Create(CultureInfo.InvariantCulture, $"{Turns.Quantile(ours, 0.5):0} ms against {Turns.Quantile(hello, 0.5):0}")),
            new("memory of the published host, idle", "-", Turns.Quantile(idle, 0.5), 200, "MB", "resident, 10 s after the first answer"),
            new($"memory while rebuilding {(quick ? 200_000 : 1_000_000):N0} events", "-", rebuilding, 500, "MB", "highest resident"),
        ];
    }

    private static async Task<(double Milliseconds, double Megabytes)> StartAsync(string[] command, string path, string connectionString, TimeSpan rest)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        using var http = new HttpClient { BaseAddress = new Uri(url) };
        var start = Stopwatch.GetTimestamp();
        using var process = Start([.. command, url], connectionString);
        try
        {
            while (true)
            {
                try
                {
                    using var answer = await http.GetAsync(path);
                    if (answer.IsSuccessStatusCode) break;
                }
                catch (HttpRequestException) when (!process.HasExited && Stopwatch.GetElapsedTime(start) < Patience)
                {
                    await Task.Delay(2);
                }
            }
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            await Task.Delay(rest);
            return (time, Megabytes(process, "VmRSS"));
        }
        finally
        {
            // Stopped as an administrator stops it: the next start finds nothing to clear up.
            using (var stop = Process.Start("kill", ["-TERM", $"{process.Id}"])) await stop.WaitForExitAsync();
            await process.WaitForExitAsync();
        }
    }

    private static string Published(string variable, string program) => Path.Combine(
        Environment.GetEnvironmentVariable(variable) ?? throw new InvalidOperationException($"Set {variable} to the folder that dotnet publish wrote {program} to."), program);

    private static async Task<double> RebuildAsync(string[] command, string connectionString)
    {
        using var process = Start(command, connectionString);
        var most = 0d;
        while (!process.HasExited)
        {
            most = Math.Max(most, Megabytes(process, "VmHWM"));
            await Task.Delay(100);
        }
        return most;
    }

    private static Process Start(string[] command, string connectionString)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in command.Skip(1)) start.ArgumentList.Add(argument);
        start.Environment["ConnectionStrings__Tracker"] = connectionString;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static double Megabytes(Process process, string field)
    {
        var file = $"/proc/{process.Id}/status";
        if (!File.Exists(file)) return 0;
        try
        {
            var line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return 0;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
