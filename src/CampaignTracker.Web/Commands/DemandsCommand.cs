using System.CommandLine;
using System.Globalization;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Views;
using Spectre.Console;

namespace CampaignTracker.Web.Commands;

/// <summary>What was asked, and what became of it.</summary>
internal static class DemandsCommand
{
    public static Command Create() => ViewCommand.Create("demands", "What was asked of whom, and what became of it.", DemandBoard.Of, (console, _, board) =>
    {
        var table = Terminal.Table("Demand", "Asked", "What, by whom", "Status", "Since", "Again", "Last movement");
        table.Columns[0].NoWrap();
        table.Columns[2].Width(48);
        foreach (var item in board.Demands)
        {
            table.AddRow(
                new Text(item.Name), new Text(item.Issued.Text), new Text($"{item.Title} ({item.By})"),
                new Text(string.Join(" or ", item.Possible.Select(rank => Words.Of(rank))) + (item.Closed is { } closed ? $", {Words.Of(closed.How)} {closed.On}" : "")),
                new Text(item.Since?.Text ?? ""), new Text(item.TimesRestated.ToString(CultureInfo.InvariantCulture)),
                new Text(item.LastMovement is { } moved ? $"{moved.Occurred}: {moved.Sentence}" : ""));
        }
        console.Write(table);
        console.WriteLine($"{board.Demands.Count} demands, {board.Demands.Count(item => item.Closed is not null)} closed.");
    });
}
