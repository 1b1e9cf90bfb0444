using System.CommandLine;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Projections;
using Spectre.Console;

namespace CampaignTracker.Web.Commands;

/// <summary>Everything from one viewpoint on one screen: people, demands, and the word.</summary>
internal static class ReplayCommand
{
    public static Command Create() => ViewCommand.Create(
        "replay", "Everything from one viewpoint: people, demands, gates, and the word.",
        from => new Replayed(CaseList.Of(from.State).Cases, DemandBoard.Of(from.State).Demands, from.Ledger.Agreements), Print);

    private sealed record Replayed(
        IReadOnlyList<CaseItem> Cases, IReadOnlyList<DemandItem> Demands, IReadOnlyList<AgreementVerdict> Agreements);

    private static void Print(Terminal console, CampaignAt from, Replayed replayed)
    {
        if (replayed.Cases.Count > 0)
        {
            console.WriteRows(["Name", "Held", "Status", "Since"], replayed.Cases.Select(item => new Cell[]
            {
                item.Title, item.Held.ToString(), Or(item.Possible.Select(custody => Words.Of(custody))), item.Since?.Text ?? "",
            }));
            console.WriteComing(replayed.Cases.Select(item => (item.Title, item.Coming)));
        }
        if (replayed.Demands.Count > 0)
        {
            console.WriteRows(["Demand", "Asked", "Status", "Since"], replayed.Demands.Select(item => new Cell[]
            {
                item.Title, item.Issued.Text,
                Or(item.Possible.Select(rank => Words.Of(rank)))
                + (item.Closed is { } closed ? $", {Words.Of(closed.How)} {closed.On}" : ""), item.Since?.Text ?? "",
            }));
        }
        foreach (var agreement in replayed.Agreements)
        {
            console.WriteRows([agreement.Title, "Decided", "Verdict"], agreement.Gates.Select(gate => new Cell[]
            {
                (gate.Postponed ? "postponed: " : "") + Words.Of(gate.Milestone), gate.Occurred.Text,
                    Or(gate.Possible.Select(verdict => Words.Of(verdict))),
            }));
            console.WriteLine(
                $"Is progress on {agreement.Title} conditioned on reform? ", new(Or(agreement.PossibleWords.Select(word => Words.Of(word))), Decoration.Bold),
                ".");
            console.WriteLine();
        }
        console.WriteLine(from.Rules.Notice);
    }

    private static string Or(IEnumerable<string> words) => string.Join(" or ", words) is { Length: > 0 } said ? said : "no record";
}
