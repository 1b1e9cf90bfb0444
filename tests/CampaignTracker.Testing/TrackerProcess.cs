using System.Diagnostics;
using System.Text;

namespace CampaignTracker.Testing;

/// <summary>The real program as a process of its own: the published one, unless it is said otherwise.</summary>
public sealed class TrackerProcess : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly StringBuilder errors = new();

    private TrackerProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => { lock (errors) errors.AppendLine(line.Data); };
        process.BeginErrorReadLine();
    }

    /// <summary>The program as it was built for the tests, which generates its code at each start.</summary>
    public static string Built { get; } = Path.Combine(AppContext.BaseDirectory, "CampaignTracker.Web.dll");

    public string Errors
    {
        get { lock (errors) return errors.ToString().Trim(); }
    }

    /// <summary>Starts it in development, without a connection string unless one is given.</summary>
    /// <param name="setting">A variable of its environment.</param>
    /// <param name="program">As it was built or as it is published, which is the default.</param>
    public static TrackerProcess Start(
        string[] arguments, string environment = "Development", string? database = null, (string Name, string Value)? setting = null, string? program = null)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", program ?? PublishedTracker.Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            // It lives for seconds: what it could learn of itself would come too late.
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment, ["DOTNET_ENVIRONMENT"] = environment, ["DOTNET_TieredPGO"] = "0" },
        };
        start.Environment.Remove("ConnectionStrings__Tracker");
        if (setting is var (name, value)) start.Environment[name] = value;
        if (database is not null) start.Environment["ConnectionStrings__Tracker"] = database;
        start.Environment.Remove("ASPNETCORE_URLS");
        return new TrackerProcess(Process.Start(start)!);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> Run(params string[] arguments) => await Start(arguments).End();

    public async Task<(int ExitCode, string Output, string Errors)> End()
    {
        using var limit = new CancellationTokenSource(Bound);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, output, Errors);
    }

    /// <summary>A server on a free port; returns where it listens and what it has said by then.</summary>
    public static Task<(TrackerProcess Program, string Address, string Said)> Serve(string folder, params string[] arguments) =>
        Serve(Start(["--data", folder, "--urls", "http://127.0.0.1:0", .. arguments]));

    /// <summary>A server without the sample on a free port and on a database that runs; returns where it listens.</summary>
    public static async Task<(TrackerProcess Program, Uri Address)> ServeOn(string database, (string Name, string Value)? setting = null)
    {
        var (program, address, _) = await Serve(Start(["--urls", "http://127.0.0.1:0", "--no-sample"], database: database, setting: setting));

        // It must not wait for somebody to read what it says.
        _ = program.process.StandardOutput.ReadToEndAsync();
        return (program, new Uri(address));
    }

    private static async Task<(TrackerProcess Program, string Address, string Said)> Serve(TrackerProcess program)
    {
        using var limit = new CancellationTokenSource(Bound);
        var said = new StringBuilder();
        try
        {
            while (await program.process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                said.AppendLine(line);
                const string listening = "Listening on ";
                if (line.StartsWith(listening, StringComparison.Ordinal)) return (program, line[listening.Length..line.IndexOf(". ", StringComparison.Ordinal)], said.ToString());
            }
        }
        catch (OperationCanceledException)
        {
            said.AppendLine("It does not listen within the bound.");
        }
        var errors = program.Errors;
        program.Dispose();
        throw new ShouldAssertException(said + errors);
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
