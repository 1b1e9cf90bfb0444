using CampaignTracker.Domain.Views;
using Spectre.Console;

namespace CampaignTracker.Web.Commands;

/// <summary>The console: as wide as the terminal, and wide enough to read when the output goes into a file or a pipe.</summary>
internal static class Terminal
{
    private const int WidthWithoutTerminal = 140;

    // A column is squeezed to this and no further, if its words are not longer.
    private const int Narrowest = 16;

    // What the border takes of each column.
    private const int Padding = 3;

    public static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthWithoutTerminal;
        return console;
    }

    /// <summary>
    /// Writes rows as a table that a person likes to read; where the terminal is too narrow for it, each row as a block of its own.
    /// </summary>
    public static void WriteRows(this IAnsiConsole console, string[] columns, IEnumerable<Cell[]> rows)
    {
        Cell[][] cells = [[.. columns.Select(column => new Cell(column, Decoration.Bold))], .. rows];
        if (Widths(cells, console.Profile.Width - 2) is { } widths) console.Write(Table(cells, widths));
        else WriteBlocks(console, cells);
    }

    /// <summary>Writes a paragraph two characters to the right.</summary>
    public static void WriteIndented(this IAnsiConsole console, string text) =>
        console.Write(new Padder(new Text(text), new Padding(2, 0, 0, 0)));

    /// <summary>Says what has been decided and takes effect on a day to come.</summary>
    /// <param name="items">Each subject by its title.</param>
    public static void WriteComing(this IAnsiConsole console, IEnumerable<(string Title, IReadOnlyList<ComingEvent> Coming)> items)
    {
        foreach (var (title, one) in items.SelectMany(item => item.Coming, (item, one) => (item.Title, one)))
            console.WriteLine($"Coming{(one.On.IsDay ? " on" : ",")} {one.On}: {title}: {one.Event.Sentence}");
    }

    private static Table Table(Cell[][] cells, int[] widths)
    {
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < widths.Length; i++) table.AddColumn(new TableColumn(cells[0][i].Shown).Width(widths[i]));
        foreach (var row in cells.Skip(1)) table.AddRow(row.Select(cell => cell.Shown));
        return table;
    }

    private static void WriteBlocks(IAnsiConsole console, Cell[][] cells)
    {
        foreach (var row in cells.Skip(1))
        {
            var block = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
            foreach (var (column, cell) in cells[0].Skip(1).Zip(row.Skip(1))
                .Where(pair => pair.Second.Text.Length > 0)) block.AddRow(new Text(column.Text), cell.Shown);
            console.Write(new Text(row[0].Text + "\n", new Style(decoration: Decoration.Bold)));
            console.Write(block);
            console.WriteLine();
        }
    }

    /// <summary>The widths of columns that keep every word whole, the widest squeezed first; null where there are none.</summary>
    private static int[]? Widths(Cell[][] cells, int available)
    {
        int Longest(int column, params char[] separators) =>
            cells.Max(row => row[column].Text.Split(separators).Max(part => part.GetCellWidth()));
        var columns = Enumerable.Range(0, cells[0].Length).ToList();
        var widths = columns.Select(column => Longest(column, '\n')).ToArray();
        var least = columns.Select(column => Math.Min(widths[column], Math.Max(Narrowest, Longest(column, '\n', ' ')))).ToArray();
        var room = available - Padding * widths.Length;
        if (least.Sum() > room) return null;
        while (widths.Sum() > room) widths[columns.Where(column => widths[column] > least[column]).MaxBy(column => widths[column])]--;
        return widths;
    }
}

/// <summary>A cell of a table: text, never markup.</summary>
internal sealed record Cell(string Text, Decoration Decoration = Decoration.None)
{
    public Text Shown => new(Text, new Style(decoration: Decoration));

    public static implicit operator Cell(string text) => new(text);
}
