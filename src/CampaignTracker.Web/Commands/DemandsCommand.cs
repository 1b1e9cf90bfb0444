using System.CommandLine;
using System.Globalization;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Projections;

namespace CampaignTracker.Web.Commands;

/// <summary>What was asked, and what became of it.</summary>
internal static class DemandsCommand
{
    public static Command Create() =>
        ViewCommand.Create("demands", "What was asked of whom, and what became of it.", from => DemandBoard.Of(from.State), Print);

    private static void Print(Terminal console, CampaignAt from, DemandBoard board)
    {
        console.WriteRows(
            ["Demand", "Asked", "What, by whom", "Status", "Since", "Again", "Last movement"], board.Demands.Select(item => new Cell[]
        {
            item.Name, item.Issued.Text, $"{item.Title} ({item.By})",
            string.Join(" or ", item.Possible.Select(rank => Words.Of(rank)))
            + (item.Closed is { } closed ? $", {Words.Of(closed.How)} {closed.On}" : ""),
            item.Since?.Text ?? "", item.TimesRestated.ToString(CultureInfo.InvariantCulture),
            item.LastMovement is { } moved ? $"{moved.Occurred}: {moved.Sentence}" : "",
        }));
        console.WriteComing(board.Demands.Select(item => (item.Title, item.Coming)));
        console.WriteLine($"{board.Demands.Count} demands, {board.Demands.Count(item => item.Closed is not null)} closed.");
    }
}
