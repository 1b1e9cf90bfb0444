using System.CommandLine;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Api;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Viewpoints;

namespace CampaignTracker.Web.Commands;

/// <summary>What differs between two viewpoints, and the events that made it so.</summary>
internal static class DifferenceCommand
{
    public static Command Create()
    {
        var campaign = new Argument<string>("campaign") { Description = "Short name of the campaign, such as eu-kazakhstan." };
        var (one, other) = (Side("from"), Side("to"));
        var json = new Option<bool>("--json") { Description = "Print the API's JSON." };
        var command = new Command("difference", "What differs between two viewpoints, and the events that made it so.")
        { campaign, one.AsOf, one.KnownAt, other.AsOf, other.KnownAt, ViewpointOptions.RuleSet, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var bench = await Workbench.OpenAsync(parsed.GetValue(CommandLine.Data), ct);
            var viewpoints = bench.Get<ViewpointReader>();
            List<ValidationIssue> issues = [];
            var (from, to) = (one.Read(parsed, viewpoints, issues), other.Read(parsed, viewpoints, issues));
            if (issues.Count > 0) return ViewpointOptions.Wrong(issues);
            var name = parsed.GetRequiredValue(campaign);
            if (await bench.Get<CampaignReader>().ReadAsync(name, from.Now(), ct) is not { } all)
            {
                Terminal.Complain($"There is no campaign {name} here.");
                return ExitCode.NotFound;
            }
            var answer = ReplayEndpoints.Between(all, from, to);
            if (parsed.GetValue(json))
            {
                await using var output = Console.OpenStandardOutput();
                await System.Text.Json.JsonSerializer.SerializeAsync(output, answer, ViewJson.Options, ct);
                await output.WriteAsync("\n"u8.ToArray(), ct);
            }
            else Print(Terminal.Create(), answer);
            return ExitCode.Done;
        });
        return command;
    }

    private static ViewpointOptions Side(string which) => new(
        $"{which}-",
        $"The world of the {which} side up to this date, inclusive; today without it.",
        $"What the {which} side knew by then: an instant or a sequence; all without it.");

    private static void Print(Terminal console, DifferenceAnswer answer)
    {
        console.WriteLine($"From {Said(answer.From)}");
        console.WriteLine($"to   {Said(answer.To)}.");
        console.WriteLine();
        foreach (var subject in answer.Changes.GroupBy(change => change.Title))
        {
            console.WriteTitle(subject.Key);
            foreach (var change in subject)
            {
                console.WriteLine($"  {Words.Of(change.What)}: {Answered.InWords(change.Before)} -> {Answered.InWords(change.After)}");
                foreach (var cause in change.Causes) console.WriteLine($"      {Why(cause)}");
            }
        }
        if (answer.Offsetting.Count > 0) console.WriteLine("Besides, these undid one another:");
        foreach (var cause in answer.Offsetting) console.WriteLine($"      {Why(cause)}");
        if (!answer.Exact) console.WriteLine("There was too much in between to try each event: some of the causes may not be needed.");
        console.WriteLine($"{(answer.Changes.Count == 1 ? "1 status differs" : $"{answer.Changes.Count} statuses differ")}; "
            + $"{(answer.Others == 1 ? "1 more event differs and changes" : $"{answer.Others} more events differ and change")} none.");
    }

    private static string Said(ViewpointAnswer seen) =>
        $"the world as of {seen.AsOf}, as known on {seen.KnownAt:yyyy-MM-dd HH:mm:ss} UTC (sequence {seen.Sequence})";

    private static string Why(Cause cause) => cause.Kind == CauseKind.TimePassed
        ? $"time passed, to {cause.Occurred}"
        : $"{(cause.Undone ? "not yet " : "")}{Words.Of(cause.Kind)}: {cause.Occurred}, {cause.Sentence}"
            + (cause.Kind == CauseKind.HappenedInBetween ? "" : $" (recorded {cause.RecordedAt:yyyy-MM-dd} by {cause.RecordedBy}{(cause.Reason is { } reason && cause.Kind != CauseKind.Reconciled ? $": {reason}" : "")})");
}
