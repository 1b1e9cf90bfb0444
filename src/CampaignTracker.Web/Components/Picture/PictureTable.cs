using System.Text;

namespace CampaignTracker.Web.Components.Picture;

/// <summary>The picture as a table: a line for each step and each condition that counts at it (RFC 4180).</summary>
public static class PictureTable
{
    private static readonly string[] Columns = ["Step", "Date", "Verdict", "Condition", "State"];

    /// <summary>The table with its head: step, date (EDTF), verdict, condition, state at the step.</summary>
    public static string Csv(PictureContent content)
    {
        var words = content.Words;
        var csv = new StringBuilder();
        Line(csv, [.. Columns.Select(column => words[$"Share.Csv.{column}"])]);
        foreach (var step in content.Before.Concat(content.Steps))
        {
            var name = step.Number is { } number ? $"{number} {step.Name}" : step.Name;
            if (step.States.Count == 0) Line(csv, [name, step.At.Text, step.Word, "", ""]);
            foreach (var line in content.Lines)
            {
                if (!step.States.TryGetValue(line.Demand, out var state)) continue;
                Line(csv, [name, step.At.Text, step.Word, line.Name, $"{state.Says} ({words[$"Picture.Sign.{state.Sign}"]})"]);
            }
        }
        return csv.ToString();
    }

    private static void Line(StringBuilder csv, string[] cells) => csv.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    // A cell that begins like a formula would be reckoned by a spreadsheet.
    private static string Cell(string text)
    {
        if (text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal)) text = $"'{text}";
        return text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
