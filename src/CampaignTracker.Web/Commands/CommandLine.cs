using System.CommandLine;
using CampaignTracker.Web.Hosting;

namespace CampaignTracker.Web.Commands;

/// <summary>The program's command line: without a command it is the server.</summary>
public static class CommandLine
{
    /// <summary>The folder of the embedded database, for every command.</summary>
    internal static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the embedded PostgreSQL's data; by default in your data folder.",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>A build for debugging is a developer's: it may use the embedded PostgreSQL without being told so.</summary>
    internal static WebApplicationOptions HostOptions => new()
    {
        ContentRootPath = AppContext.BaseDirectory,
#if DEBUG
        EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Development,
#endif
    };

    /// <summary>Parses and runs; the result is one of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = ServeCommand.Create();
        root.Options.Add(Data);
        root.Subcommands.Add(ConditionalityCommand.Create());
        root.Subcommands.Add(TimelineCommand.Create());
        root.Subcommands.Add(DemandsCommand.Create());
        root.Subcommands.Add(CasesCommand.Create());
        root.Subcommands.Add(ReplayCommand.Create());
        root.Subcommands.Add(DifferenceCommand.Create());
        root.Subcommands.Add(WhyCommand.Create());
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(ExportCommand.Create());
        root.Subcommands.Add(SampleCommand.Create());
        root.Subcommands.Add(ViewsCommand.Create());
        root.Subcommands.Add(CodegenCommand.Create());

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) Terminal.Complain(error.Message);
            Terminal.Complain("See --help.");
            return ExitCode.WrongUse;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (TrackerUnavailableException unavailable)
        {
            Terminal.Complain(unavailable.Message);
            return ExitCode.Unavailable;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Failed;
        }
        catch (Exception e) when (Failures.OfDatabase(e) is { } failure)
        {
            Terminal.Complain($"The database cannot be used: {failure}.");
            return ExitCode.Unavailable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that cannot be read or written, a disk that is full: the message names the path.
            Terminal.Complain(e.Message);
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            // Its message may quote what was recorded.
            Terminal.Complain($"Something unexpected happened: {Failures.Kind(e)}");
            return ExitCode.Failed;
        }
    }
}

/// <summary>What the program's exit codes mean.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something unexpected, or interrupted.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the input is wrong; the message says where.</summary>
    public const int WrongUse = 2;

    /// <summary>There is no such campaign.</summary>
    public const int NotFound = 3;

    /// <summary>No database, no address to listen on, or not allowed to run like this; the message says what to do.</summary>
    public const int Unavailable = 4;
}
