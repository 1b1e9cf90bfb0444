using System.CommandLine;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Viewpoints;
using Spectre.Console;

namespace CampaignTracker.Web.Commands;

/// <summary>A command that shows one view of a campaign from any viewpoint, as a table for a person or as the API's JSON for a program.</summary>
internal static class ViewCommand
{
    /// <param name="name">The command.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="draw">The view.</param>
    /// <param name="print">Prints it for a person.</param>
    public static Command Create<T>(string name, string description, Func<CampaignState, T> draw, Action<IAnsiConsole, CampaignState, T> print) where T : class =>
        Create(name, description, (_, state) => draw(state), print, "");

    /// <param name="draw">The view, by the command's own options; null where there is none.</param>
    /// <param name="missing">What to say then.</param>
    /// <inheritdoc cref="Create{T}(string, string, Func{CampaignState, T}, Action{IAnsiConsole, CampaignState, T})"/>
    public static Command Create<T>(
        string name, string description, Func<ParseResult, CampaignState, T?> draw, Action<IAnsiConsole, CampaignState, T> print, string missing) where T : class
    {
        var campaign = new Argument<string>("campaign") { Description = "Short name of the campaign, such as eu-kazakhstan." };
        var asOf = new Option<string?>("--as-of") { Description = "The world up to this date, inclusive: 2016-01-01, 2014-11.", HelpName = "DATE" };
        var knownAt = new Option<string?>("--known-at") { Description = "What was known by then: an instant such as 2026-11-23T20:15:00Z, or a sequence.", HelpName = "INSTANT" };
        var json = new Option<bool>("--json") { Description = "Print the API's JSON." };
        var command = new Command(name, description) { campaign, asOf, knownAt, json };
        command.SetAction(async (parsed, ct) =>
        {
            List<ValidationIssue> issues = [];
            var k = ViewQuery.ReadKnownAt(parsed.GetValue(knownAt) ?? "", issues);
            if (issues.Count > 0) return Wrong("--known-at", IssueMessages.Of(issues[0], Languages.OfTheApi));
            EdtfDate? v = null;
            if (parsed.GetValue(asOf) is { } text && !EdtfDate.TryParse(text, out v, out var problem)) return Wrong("--as-of", problem.Text);

            await using var bench = await Workbench.OpenAsync(parsed.GetValue(CommandLine.Data), ct);
            var shortName = parsed.GetRequiredValue(campaign);
            if (await bench.Get<CampaignReader>().ReplayAsync(shortName, v, k, ct) is not var (log, state))
            {
                await Console.Error.WriteLineAsync(
                    k == KnownAt.Now ? $"There is no campaign {shortName} here." : $"Nothing of a campaign {shortName} was known by then.");
                return ExitCode.NotFound;
            }
            if (draw(parsed, state) is not { } view)
            {
                await Console.Error.WriteLineAsync(missing);
                return ExitCode.NotFound;
            }
            if (parsed.GetValue(json))
            {
                await using var output = Console.OpenStandardOutput();
                await output.WriteAsync(ViewAnswer.Write(log, v, view), ct);
                await output.WriteAsync("\n"u8.ToArray(), ct);
                return ExitCode.Done;
            }
            var console = Terminal.Create();
            console.MarkupLineInterpolated($"[bold]{state.Campaign?.Title ?? shortName}[/]");
            console.WriteLine($"The world as of {v?.Text ?? "now"}, as known on {log.At:yyyy-MM-dd HH:mm:ss} UTC (sequence {log.Sequence}).");
            console.WriteLine();
            print(console, state, view);
            return ExitCode.Done;
        });
        return command;
    }

    private static int Wrong(string option, string problem)
    {
        Console.Error.WriteLine($"{option} {problem}.");
        return ExitCode.WrongUse;
    }
}
