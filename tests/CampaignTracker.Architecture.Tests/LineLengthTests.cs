using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CampaignTracker.Architecture.Tests;

/// <summary>A line of the product's code has at most 140 columns (.editorconfig); a text in it is not broken for that.</summary>
public sealed partial class LineLengthTests
{
    private const int Most = 140;

    [Fact]
    public void No_line_is_longer_than_the_editor_is_told() =>
        Directory.EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .SelectMany(TooLong).ShouldBeEmpty();

    private static IEnumerable<string> TooLong(string file)
    {
        var isText = false;
        foreach (var (i, line) in File.ReadLines(file).Index())
        {
            var edges = line.Split("\"\"\"").Length - 1;
            if (!isText && edges == 0 && Text().Replace(line, "").Length > Most) yield return $"{Path.GetRelativePath(Source(), file)}:{i + 1}";
            if (edges % 2 == 1) isText = !isText;
        }
    }

    private static string Source([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../src"));

    // The literals of a line: how long a sentence is, is its own affair.
    [GeneratedRegex("\\$?@?\"(?:[^\"\\\\]|\\\\.|\"\")*\"")]
    private static partial Regex Text();
}
