using System.CommandLine;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Projections;
using Spectre.Console;

namespace CampaignTracker.Web.Commands;

/// <summary>What happened, in the order of its dates.</summary>
internal static class TimelineCommand
{
    public static Command Create() =>
        ViewCommand.Create("timeline", "What happened, in the order of its dates.", from => Timeline.Of(from.State), Print);

    private static void Print(Terminal console, CampaignAt from, Timeline timeline)
    {
        console.WriteRows(["When", "What happened", "Sure", "Sources"], timeline.Entries.Select(entry => new Cell[]
        {
            entry.TakesEffect is { } on ? $"{entry.Occurred}, takes effect {on}" : entry.Occurred.Text,
            new(Mark(entry.Status) + entry.Sentence, entry.Status == EntryStatus.Retracted ? Decoration.Strikethrough : Decoration.None),
            entry.Confidence.ToString(),
            string.Join("; ", entry.Sources.Select(source => source.Citation ?? "confidential")),
        }));
        console.WriteLine($"{timeline.Entries.Count} events.");
    }

    private static string Mark(EntryStatus status) => status switch
    {
        EntryStatus.Retracted => "[retracted] ",
        EntryStatus.Corrected => "[corrected] ",
        _ => "",
    };
}
