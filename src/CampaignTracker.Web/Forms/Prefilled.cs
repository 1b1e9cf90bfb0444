using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CampaignTracker.Web.Forms;

/// <summary>
/// The values that a form was prefilled with. A browser does not send a text as it was shown: it ends lines in its own way, and blanks at
/// the edges fall away. Whoever altered nothing must not have altered these.
/// </summary>
internal sealed partial class Prefilled
{
    private readonly Dictionary<string, (string[] Sent, JsonNode? Shows)> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Field, string Sent), JsonNode> byText = [];

    public Prefilled(IEnumerable<PrefilledValue> values)
    {
        foreach (var (field, path, given, shows) in values)
        {
            var isText = field.Shape == FieldShape.Text;
            string[] sent = [.. given.Select(text => FormValues.Kept(FormValues.AsSent(text, isText)))];
            byPath[path] = (sent, shows);
            if (shows is not null && field.Shape != FieldShape.Choices) byText.TryAdd((Generic(path), sent[0]), shows);
        }
    }

    /// <summary>
    /// What the event says where nobody altered what the form showed of it, at this place or, where rows moved, at another of its field;
    /// null where somebody did.
    /// </summary>
    public JsonNode? Unaltered(string path, IReadOnlyList<string> sent)
    {
        // What is ticked comes in the order of the page.
        if (byPath.TryGetValue(path, out var own) && own.Shows is not null
            && own.Sent.Order(StringComparer.Ordinal).SequenceEqual(sent.Order(StringComparer.Ordinal))) return own.Shows.DeepClone();
        return sent is [var only] ? byText.GetValueOrDefault((Generic(path), only))?.DeepClone() : null;
    }

    private static string Generic(string path) => Rows().Replace(path, "[]");

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Rows();
}
