using System.CommandLine;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using Spectre.Console;

namespace CampaignTracker.Web.Commands;

/// <summary>The whole picture from one viewpoint on one screen: people, demands, and the word.</summary>
internal static class ReplayCommand
{
    public static Command Create() => ViewCommand.Create(
        "replay", "The whole picture from one viewpoint: people, demands, gates, and the word.",
        picture => new Replayed(CaseList.Of(picture).Cases, DemandBoard.Of(picture).Demands, RuleSet1.Judge(picture).Agreements), Print);

    private sealed record Replayed(IReadOnlyList<CaseItem> Cases, IReadOnlyList<DemandItem> Demands, IReadOnlyList<AgreementVerdict> Agreements);

    private static void Print(IAnsiConsole console, Picture picture, Replayed replayed)
    {
        var people = Terminal.Table("Name", "Held", "Status", "Since");
        foreach (var item in replayed.Cases)
            people.AddRow(new Text(item.Title), new Text(item.Held.ToString()), new Text(Or(item.Possible.Select(custody => Words.Of(custody)))), new Text(item.Since?.Text ?? ""));
        if (replayed.Cases.Count > 0) console.Write(people);

        var demands = Terminal.Table("Demand", "Asked", "Status", "Since");
        foreach (var item in replayed.Demands)
        {
            demands.AddRow(
                new Text(item.Title), new Text(item.Issued.Text),
                new Text(Or(item.Possible.Select(rank => Words.Of(rank))) + (item.Closed is { } closed ? $", {Words.Of(closed.How)} {closed.On}" : "")), new Text(item.Since?.Text ?? ""));
        }
        if (replayed.Demands.Count > 0) console.Write(demands);

        foreach (var agreement in replayed.Agreements)
        {
            var gates = Terminal.Table(agreement.Title, "Decided", "Verdict");
            foreach (var gate in agreement.Gates)
                gates.AddRow(new Text((gate.Postponed ? "postponed: " : "") + Words.Of(gate.Milestone)), new Text(gate.Occurred.Text), new Text(Or(gate.Possible.Select(verdict => Words.Of(verdict)))));
            console.Write(gates);
            console.MarkupLineInterpolated($"Is progress on {agreement.Title} conditioned on reform? [bold]{Or(agreement.PossibleWords.Select(word => Words.Of(word)))}[/].");
            console.WriteLine();
        }
        console.WriteLine(RuleSet1.Notice);
    }

    private static string Or(IEnumerable<string> words) => string.Join(" or ", words) is { Length: > 0 } said ? said : "no record";
}
