using System.Text.Json;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Imports;

/// <summary>A file that is something else than lines of JSON, told by how it begins.</summary>
internal static class OtherFile
{
    /// <summary>What the file is, and what to do about it; null where it may be lines of JSON.</summary>
    /// <param name="start">Its first line that is not blank.</param>
    public static ValidationIssue? Problem(ReadOnlySpan<byte> start)
    {
        var line = start.Trim(" \t\r\n"u8);
        return CodeOf(line) is { } code ? ValidationIssue.Refuse("", code) : null;
    }

    private static string? CodeOf(ReadOnlySpan<byte> line) => line switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, ..] or [_, 0, ..] => "no_lines:other_encoding",
        [(byte)'P', (byte)'K', < 10, ..] => "no_lines:spreadsheet",
        [0x1F, 0x8B, ..] => "no_lines:compressed",
        [(byte)'<', ..] => "no_lines:markup",
        [(byte)'[', ..] => "no_lines:array",
        [(byte)'{', ..] => BreaksOff(line) ? "no_lines:pretty" : null,
        _ => line.IndexOfAny((byte)',', (byte)';', (byte)'\t') >= 0 && line.IndexOf((byte)'{') < 0 ? "no_lines:table" : null,
    };

    // An object that ends on another line. What is wrong within it is told of it as a line.
    private static bool BreaksOff(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));
        try
        {
            while (reader.Read()) { }
            return reader is not { TokenType: JsonTokenType.EndObject, CurrentDepth: 0 };
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
