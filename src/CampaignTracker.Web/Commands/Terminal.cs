using Spectre.Console;

namespace CampaignTracker.Web.Commands;

/// <summary>The console: as wide as the terminal, and wide enough to read when the output goes into a file or a pipe.</summary>
internal static class Terminal
{
    private const int WidthWithoutTerminal = 140;

    public static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthWithoutTerminal;
        return console;
    }

    /// <summary>A plain table that a person likes to read.</summary>
    public static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns) table.AddColumn(new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))));
        return table;
    }
}
