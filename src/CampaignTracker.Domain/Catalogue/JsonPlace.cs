using System.Text;
using System.Text.Json;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>Where a reader stands in a JSON text.</summary>
internal sealed class JsonPlace
{
    private const int InObject = -2;
    private const int InField = -1;

    // A field by its name; an entry of a list by its index, from -1 before the first.
    private readonly Stack<(string? Name, int Index)> path = new();

    /// <summary>The path of the value that was read: <c>sources[0].url</c>.</summary>
    public string Path => PathOf(path.Reverse());

    /// <summary>The path of the list or object that the value, or the name of a field, stands in.</summary>
    public string Container => PathOf(path.Skip(1).Reverse());

    /// <summary>Follows what the reader has just read; false for the name of a field that cannot be stored.</summary>
    public bool Follow(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                path.Pop();
                return true;
            case JsonTokenType.PropertyName:
                path.Pop();
                var good = JsonText.TryGet(ref reader, out var name) && UnicodeText.IndexOfUnstorable(name) < 0;
                path.Push((good ? name : "…", InField));
                return good;
        }
        if (path.TryPeek(out var top) && top is { Name: null, Index: not InObject })
        {
            path.Pop();
            path.Push((null, top.Index + 1));
        }
        if (reader.TokenType == JsonTokenType.StartObject) path.Push((null, InObject));
        if (reader.TokenType == JsonTokenType.StartArray) path.Push((null, -1));
        return true;
    }

    private static string PathOf(IEnumerable<(string? Name, int Index)> path)
    {
        var text = new StringBuilder();
        foreach (var (name, index) in path)
        {
            if (name is not null) text.Append(text.Length == 0 ? "" : ".").Append(name);
            else if (index >= 0) text.Append('[').Append(index).Append(']');
        }
        return text.ToString();
    }
}
