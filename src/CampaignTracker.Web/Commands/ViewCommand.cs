using System.CommandLine;
using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Viewpoints;

namespace CampaignTracker.Web.Commands;

/// <summary>
/// A command that shows one view of a campaign from any viewpoint, as a table for a person or as the API's JSON for a program.
/// </summary>
internal static class ViewCommand
{
    /// <param name="name">The command.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="draw">The view.</param>
    /// <param name="print">Prints it for a person.</param>
    public static Command Create<T>(
        string name, string description, Func<CampaignAt, T> draw, Action<Terminal, CampaignAt, T> print) where T : class =>
        Create(name, description, (_, from) => draw(from), print, "");

    /// <param name="draw">The view, by the command's own options; null where there is none.</param>
    /// <param name="missing">What to say then.</param>
    /// <inheritdoc cref="Create{T}(string, string, Func{CampaignAt, T}, Action{Terminal, CampaignAt, T})"/>
    public static Command Create<T>(
        string name, string description, Func<ParseResult, CampaignAt, T?> draw, Action<Terminal, CampaignAt, T> print,
        string missing) where T : class
    {
        var campaign = new Argument<string>("campaign") { Description = "Short name of the campaign, such as eu-kazakhstan." };
        var viewpoint = new ViewpointOptions("", "The world up to this date, inclusive: 2016-01-01, 2014-11; today without it.",
            "What was known by then: an instant such as 2026-11-23T20:15:00Z, or a sequence.");
        var json = new Option<bool>("--json") { Description = "Print the API's JSON." };
        var command = new Command(name, description) { campaign, viewpoint.AsOf, viewpoint.KnownAt, ViewpointOptions.RuleSet, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var bench = await Workbench.OpenAsync(parsed.GetValue(CommandLine.Data), ct);
            List<ValidationIssue> issues = [];
            var request = viewpoint.Read(parsed, bench.Get<ViewpointReader>(), issues);
            if (issues.Count > 0) return ViewpointOptions.Wrong(issues);
            var shortName = parsed.GetRequiredValue(campaign);
            if (await bench.Get<CampaignReader>().ReadAsync(shortName, request, ct) is not { } from)
            {
                Terminal.Complain(
                    request.KnownAt == KnownAt.Now ? $"There is no campaign {shortName} here." : $"Nothing of a campaign {shortName} was "
                    + $"known by then.");
                return ExitCode.NotFound;
            }
            if (draw(parsed, from) is not { } view)
            {
                Terminal.Complain(missing);
                return ExitCode.NotFound;
            }
            if (parsed.GetValue(json))
            {
                await using var output = Console.OpenStandardOutput();
                await output.WriteAsync(from.Write(view), ct);
                await output.WriteAsync("\n"u8.ToArray(), ct);
                return ExitCode.Done;
            }
            var console = Terminal.Create();
            console.WriteTitle(from.State.Campaign?.Title ?? shortName);
            console.WriteLine($"The world as of {from.AsOf}, as known on {from.Log.At:yyyy-MM-dd HH:mm:ss} UTC (sequence {from.Log.Sequence}).");
            console.WriteLine();
            print(console, from, view);
            return ExitCode.Done;
        });
        return command;
    }
}
