using System.Globalization;
using System.Text;
using CampaignTracker.Domain.Views;
using Spectre.Console;

namespace CampaignTracker.Web.Commands;

/// <summary>
/// The console, as wide as the terminal, and wide enough to read when the output goes into a file or a pipe. Everything that a command
/// says goes through here: a text that was recorded or typed can show itself, and order the terminal to do nothing.
/// </summary>
internal sealed class Terminal
{
    private const int WidthWithoutTerminal = 140;

    // A column is squeezed to this and no further, if its words are not longer.
    private const int Narrowest = 16;

    // What the border takes of each column.
    private const int Padding = 3;

    private readonly IAnsiConsole console;

    private Terminal(IAnsiConsole console) => this.console = console;

    /// <summary>The standard output.</summary>
    public static Terminal Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected) console.Profile.Width = WidthWithoutTerminal;
        return new Terminal(console);
    }

    /// <summary>Says something of the program itself, unwrapped.</summary>
    public static void Say(string text) => Console.WriteLine(Shown(text));

    /// <summary>Says what is wrong, where errors go.</summary>
    public static void Complain(string text) => Console.Error.WriteLine(Shown(text));

    /// <summary>Does something long, and shows where errors go how far it is.</summary>
    /// <param name="what">What is done.</param>
    /// <param name="all">How much there is.</param>
    /// <param name="work">Moves the bar.</param>
    public static Task ProgressAsync(string what, long all, Func<ProgressTask, Task> work) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Progress()
            .StartAsync(progress => work(progress.AddTask(what, maxValue: all)));

    /// <summary>
    /// A text as a terminal may get it: what would move, colour or turn it round (control characters but the line end, and marks of
    /// direction) is written as in JSON: <c>\u001b</c>.
    /// </summary>
    public static string Shown(string text)
    {
        if (!text.Any(IsObeyed)) return text;
        var shown = new StringBuilder(text.Length + 8);
        foreach (var c in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))
        {
            if (IsObeyed(c)) shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else shown.Append(c);
        }
        return shown.ToString();
    }

    public void WriteLine(string text = "") => console.WriteLine(Shown(text));

    /// <summary>Writes a line with something in it that stands out.</summary>
    public void WriteLine(string before, Cell said, string after = "") => console.Write(new Paragraph()
        .Append(Shown(before)).Append(said.Text, new Style(decoration: said.Decoration)).Append(Shown(after) + "\n"));

    /// <summary>Writes a heading.</summary>
    public void WriteTitle(string title) => WriteLine("", new Cell(title, Decoration.Bold));

    /// <summary>
    /// Writes rows as a table that a person likes to read; where the terminal is too narrow for it, each row as a block of its own.
    /// </summary>
    public void WriteRows(string[] columns, IEnumerable<Cell[]> rows)
    {
        Cell[][] cells = [[.. columns.Select(column => new Cell(column, Decoration.Bold))], .. rows];
        if (Widths(cells, console.Profile.Width - 2) is { } widths) console.Write(Table(cells, widths));
        else WriteBlocks(cells);
    }

    /// <summary>Writes a paragraph two characters to the right.</summary>
    public void WriteIndented(string text) => console.Write(new Padder(new Cell(text).Drawn, new Padding(2, 0, 0, 0)));

    /// <summary>Says what has been decided and takes effect on a day to come.</summary>
    /// <param name="items">Each subject by its title.</param>
    public void WriteComing(IEnumerable<(string Title, IReadOnlyList<ComingEvent> Coming)> items)
    {
        foreach (var (title, one) in items.SelectMany(item => item.Coming, (item, one) => (item.Title, one)))
            WriteLine($"Coming{(one.On.IsDay ? " on" : ",")} {one.On}: {title}: {one.Event.Sentence}");
    }

    // Escape, bell and the like, C1 among them; embeddings, overrides and isolates of direction, and the marks that hide in a name.
    private static bool IsObeyed(char c) => (char.IsControl(c) && c != '\n')
        || c is '\u061c' or '\u200e' or '\u200f' or '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static Table Table(Cell[][] cells, int[] widths)
    {
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < widths.Length; i++) table.AddColumn(new TableColumn(cells[0][i].Drawn).Width(widths[i]));
        foreach (var row in cells.Skip(1)) table.AddRow(row.Select(cell => cell.Drawn));
        return table;
    }

    private void WriteBlocks(Cell[][] cells)
    {
        foreach (var row in cells.Skip(1))
        {
            var block = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
            foreach (var (column, cell) in cells[0].Skip(1).Zip(row.Skip(1))
                .Where(pair => pair.Second.Text.Length > 0)) block.AddRow(new Text(column.Text), cell.Drawn);
            WriteTitle(row[0].Text);
            console.Write(block);
            WriteLine();
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
    /// <summary>The text as it is shown.</summary>
    public string Text { get; } = Terminal.Shown(Text);

    public Text Drawn => new(Text, new Style(decoration: Decoration));

    public static implicit operator Cell(string text) => new(text);
}
