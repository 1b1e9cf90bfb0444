using System.Text.Json.Nodes;

namespace CampaignTracker.Web.Tests.Running;

/// <summary>An event as somebody fills it in.</summary>
internal static class FilledForm
{
    /// <summary>A path and a value each, several of a path where values are ticked.</summary>
    /// <param name="page">The form as it came: it says what can be ticked.</param>
    /// <param name="at">Before each path: <c>changes.</c>, or nothing.</param>
    public static IEnumerable<(string Path, string Value)> Values(JsonObject body, string page, string at = "") =>
        body.Where(pair => pair.Key is not ("type" or "id" or "seenVersion")).SelectMany(pair => Flat(at + pair.Key, pair.Value, page));

    public static void Fill(HtmlForm browser, IReadOnlyList<(string Path, string Value)> filled)
    {
        foreach (var path in filled.Select(one => one.Path).Distinct()) browser.Fields[path] = [];
        foreach (var (path, value) in filled) browser.Fields[path].Add(value);
    }

    private static IEnumerable<(string, string)> Flat(string path, JsonNode? value, string page) => value switch
    {
        null => [],
        JsonObject personal when personal["personal"] is { } text => [(path, text.GetValue<string>())],
        JsonObject group => group.SelectMany(member => Flat($"{path}.{member.Key}", member.Value, page)),
        JsonArray ticked when ticked.All(one => one is JsonValue) && IsTicked(path, ticked[0]!.ToString(), page) => ticked.Select(one => (path, one!.ToString())),
        JsonArray rows => rows.Index().SelectMany(row => Flat($"{path}[{row.Index}]", row.Item, page)),
        JsonValue yes when yes.TryGetValue<bool>(out var said) => [(path, said ? "True" : "False")],
        var one => [(path, one.ToString())],
    };

    // A list within a list may have no row yet: what can be ticked is known by its value.
    private static bool IsTicked(string path, string value, string page) =>
        page.Contains($"name=\"{path}\" value=\"{value}\"", StringComparison.Ordinal) || path.EndsWith("].possible", StringComparison.Ordinal) || path.EndsWith("].holds", StringComparison.Ordinal);
}
