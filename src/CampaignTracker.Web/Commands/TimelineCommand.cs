using System.CommandLine;
using CampaignTracker.Domain.Views;
using Spectre.Console;

namespace CampaignTracker.Web.Commands;

/// <summary>What happened, in the order of its dates.</summary>
internal static class TimelineCommand
{
    public static Command Create() => ViewCommand.Create("timeline", "What happened, in the order of its dates.", Timeline.Of, (console, _, timeline) =>
    {
        var table = Terminal.Table("When", "What happened", "Sure", "Sources");
        table.Columns[0].NoWrap();
        table.Columns[1].Width(64);
        foreach (var entry in timeline.Entries)
        {
            var mark = entry.Status switch
            {
                EntryStatus.Retracted => "[retracted] ",
                EntryStatus.Corrected => "[corrected] ",
                _ => "",
            };
            table.AddRow(
                new Text(entry.Occurred.Text),
                new Text(mark + entry.Sentence, new Style(decoration: entry.Status == EntryStatus.Retracted ? Decoration.Strikethrough : Decoration.None)),
                new Text(entry.Confidence.ToString()),
                new Text(string.Join("; ", entry.Sources.Select(source => source.Citation ?? "confidential"))));
        }
        console.Write(table);
        console.WriteLine($"{timeline.Entries.Count} events.");
    });
}
