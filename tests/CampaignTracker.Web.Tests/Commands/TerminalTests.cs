using System.Runtime.CompilerServices;
using CampaignTracker.Web.Commands;

namespace CampaignTracker.Web.Tests.Commands;

/// <summary>What was recorded is shown on a terminal, and never obeyed by it.</summary>
public sealed class TerminalTests
{
    [Theory]
    [InlineData("Vladimir Kozlov", "Vladimir Kozlov")]
    [InlineData("Розa Төлетаева, نص, 👩‍⚖️", "Розa Төлетаева, نص, 👩‍⚖️")]
    [InlineData("one\r\ntwo\nthree", "one\ntwo\nthree")]
    [InlineData("\u001b[2J\u001b]0;title\a", "\\u001b[2J\\u001b]0;title\\u0007")]
    [InlineData("\u009b31mred\u0085\b\u007f\t", "\\u009b31mred\\u0085\\u0008\\u007f\\u0009")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("gpj.\u202egnp\u2066x\u2069\u200f\u061c", "gpj.\\u202egnp\\u2066x\\u2069\\u200f\\u061c")]
    public void A_control_character_is_written_out(string text, string shown)
    {
        Terminal.Shown(text).ShouldBe(shown);
        new Cell(text).Text.ShouldBe(shown);
    }

    [Fact]
    public void No_command_writes_to_the_console_past_it() =>
        Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Here(), "../../../../src/CampaignTracker.Web/Commands")), "*.cs")
            .Where(file => Path.GetFileName(file) != "Terminal.cs")
            // What goes to the stream itself is JSON.
            .Where(file => File.ReadAllText(file).Replace("Console.OpenStandardOutput()", "", StringComparison.Ordinal).Replace("using Spectre.Console;", "", StringComparison.Ordinal)
                .Contains("Console.", StringComparison.Ordinal))
            .Select(Path.GetFileName).ShouldBeEmpty();

    private static string Here([CallerFilePath] string here = "") => here;
}
