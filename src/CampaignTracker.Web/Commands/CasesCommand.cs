using System.CommandLine;
using System.Globalization;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Projections;

namespace CampaignTracker.Web.Commands;

/// <summary>The people of a campaign and whether they are held.</summary>
internal static class CasesCommand
{
    public static Command Create() =>
        ViewCommand.Create("cases", "The people: who is held, since when, and how sure that is.", from => CaseList.Of(from.State), Print);

    private static void Print(Terminal console, CampaignAt from, CaseList list)
    {
        console.WriteRows(["Case", "Name", "Held", "Status", "Since", "Refusals", "Last event"], list.Cases.Select(item => new Cell[]
        {
            item.Name, item.Title, item.Held.ToString(),
            item.Possible.Count == 0 ? "no record" : string.Join(" or ", item.Possible.Select(custody => Words.Of(custody))),
            item.Since?.Text ?? "", item.Refusals.ToString(CultureInfo.InvariantCulture),
            item.LastEvent is { } last ? $"{last.Occurred}: {last.Sentence}" : "",
        }));
        console.WriteComing(list.Cases.Select(item => (item.Title, item.Coming)));
        console.WriteLine($"{list.Cases.Count(item => item.Held == Held.Yes)} held, {list.Cases.Count(item => item.Held == Held.Unknown)} "
            + $"unknown, {list.Cases.Count} in all.");
    }
}
