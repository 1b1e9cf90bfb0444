using System.Text;
using System.Text.Json;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>What can be wrong with a JSON text before anybody asks what it means.</summary>
public static class JsonText
{
    /// <summary>How the exchange format is written: compact, and readable in every script.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = EventJson.Options.Encoder, SkipValidation = true };

    internal static ValidationIssue NotUtf8 { get; } = ValidationIssue.Refuse("", "not_utf8");

    // The reader keeps no stack of its own frames: it may go deeper than we let it.
    internal static Utf8JsonReader Reader(ReadOnlySpan<byte> json) => new(json, new JsonReaderOptions { MaxDepth = int.MaxValue });

    /// <summary>Why a text is not JSON that can be read; null when it is.</summary>
    internal static ValidationIssue? Problem(ReadOnlySpan<byte> json)
    {
        var reader = Reader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth < EventLine.MaxDepth) continue;
                if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) continue;
                return ValidationIssue.Refuse("", "too_deep", [("most", EventLine.MaxDepth), .. At(json, (int)reader.TokenStartIndex)]);
            }
            return null;
        }
        catch (JsonException e)
        {
            var line = LineStart(json, e.LineNumber ?? 0);
            var why = e.Message;
            if (why.LastIndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end) why = why[..end];
            // The serialiser quotes everything behind a literal that it cannot read; one character is all that helps.
            if (why.LastIndexOf("' is an invalid JSON literal", StringComparison.Ordinal) is >= 0 and var quote)
                why = "what stands there" + why[(quote + 1)..];
            var offset = Math.Min(line + (int)(e.BytePositionInLine ?? 0), json.Length);
            return ValidationIssue.Refuse("", "malformed", [.. At(json, offset), ("why", why)]);
        }
    }

    /// <summary>
    /// Why a well-formed JSON text holds more than an event can: a list or object with too many entries, by its path, or too many values;
    /// null when it does not. It is found before anything is made of it.
    /// </summary>
    internal static ValidationIssue? TooMuch(ReadOnlySpan<byte> json)
    {
        Span<int> entries = stackalloc int[EventLine.MaxDepth + 1];
        var values = 0;
        var reader = Reader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray) continue;
            if (++values > EventLine.MaxValues)
                return ValidationIssue.Refuse("", "too_many:values", ("most", EventLine.MaxValues));
            if (++entries[reader.CurrentDepth] > EventLine.MaxEntries && reader.CurrentDepth > 0) return TooLong(json);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) entries[reader.CurrentDepth + 1] = 0;
        }
        return null;
    }

    // The same again, by name: it happens to hostile texts alone.
    private static ValidationIssue TooLong(ReadOnlySpan<byte> json)
    {
        Span<int> entries = stackalloc int[EventLine.MaxDepth + 1];
        var place = new JsonPlace();
        var reader = Reader(json);
        (string Path, int Depth)? found = null;
        while (reader.Read())
        {
            var depth = reader.CurrentDepth;
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray && depth < found?.Depth) break;
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.EndObject or JsonTokenType.EndArray)
                && ++entries[depth] > EventLine.MaxEntries && depth > 0) found ??= (place.Container, depth);
            if (found is not null) continue;
            place.Follow(ref reader);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) entries[depth + 1] = 0;
        }
        return ValidationIssue.Refuse(
            found!.Value.Path, "too_many:entries", ("count", entries[found.Value.Depth]), ("most", EventLine.MaxEntries));
    }

    /// <summary>Every text or name in a well-formed JSON text that cannot be stored faithfully, by its path.</summary>
    internal static IEnumerable<ValidationIssue> Unstorable(ReadOnlySpan<byte> json)
    {
        IssueCollection issues = [];
        if (!MayBeUnstorable(json)) return issues;

        var place = new JsonPlace();
        var reader = Reader(json);
        while (reader.Read() && !issues.IsFull)
        {
            var good = place.Follow(ref reader);
            if (reader.TokenType == JsonTokenType.PropertyName && !good)
                issues.Add(ValidationIssue.Refuse(place.Container, "bad_name:unstorable"));
            if (reader.TokenType != JsonTokenType.String) continue;
            if (!TryGet(ref reader, out var text))
                issues.Add(ValidationIssue.Refuse(place.Path, "wrong_value:half_character"));
            else if (UnicodeText.IndexOfUnstorable(text) is >= 0 and var at)
                issues.Add(Unstorable(place.Path, text, at));
        }
        return issues.ToList();
    }

    private static ValidationIssue Unstorable(string path, string text, int at) => text[at] == '\0'
        ? ValidationIssue.Refuse(path, "wrong_value:null_character")
        : ValidationIssue.Refuse(path, "wrong_value:noncharacter", ("code", $"U+{char.ConvertToUtf32(text, at):X4}"));

    // Half a character and U+0000 can be written only as escapes; noncharacters end in BF BE or BF BF, or begin with EF B7.
    private static bool MayBeUnstorable(ReadOnlySpan<byte> json) => json.IndexOf("\\u"u8) >= 0
        || json.IndexOf((ReadOnlySpan<byte>)[0xBF, 0xBE]) >= 0 || json.IndexOf((ReadOnlySpan<byte>)[0xBF, 0xBF]) >= 0
        || json.IndexOf((ReadOnlySpan<byte>)[0xEF, 0xB7]) >= 0;

    internal static bool TryGet(ref Utf8JsonReader reader, out string text)
    {
        try
        {
            text = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = "";
            return false;
        }
    }

    /// <summary>A kind of JSON value.</summary>
    internal static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "object",
        JsonTokenType.StartArray => "list",
        JsonTokenType.String => "text",
        JsonTokenType.Number => "number",
        JsonTokenType.Null => "null",
        _ => "boolean",
    };

    private static (string, object?)[] At(ReadOnlySpan<byte> json, int offset)
    {
        var before = json[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[lineStart..]) + 1;
        var line = before.Count((byte)'\n') + 1;
        // One line needs no number.
        return [("line", line == 1 && json.IndexOf((byte)'\n') < 0 ? null : line), ("column", column)];
    }

    private static int LineStart(ReadOnlySpan<byte> json, long line)
    {
        var start = 0;
        for (; line > 0 && json[start..].IndexOf((byte)'\n') is >= 0 and var end; line--) start += end + 1;
        return start;
    }
}
