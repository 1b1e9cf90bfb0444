using System.Text;
using System.Text.Json.Nodes;

namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>One event that cannot be recorded.</summary>
/// <param name="Mistake">What was done to a good one, for whoever reads a failure.</param>
/// <param name="Json">What is sent.</param>
/// <param name="Field">The field that the answer must name, or begin with; empty for the body as a whole.</param>
/// <param name="Readable">True where the event can be read, and a rule refuses it: then other fields may be named besides.</param>
public sealed record BadBody(string Mistake, byte[] Json, string Field, bool Readable = false)
{
    public static BadBody Of(string mistake, string json, string field, bool readable = false) => new(mistake, Encoding.UTF8.GetBytes(json), field, readable);

    /// <summary>True where what the answer names is the field at fault, or lies within it.</summary>
    public static bool Names(string named, string field) =>
        named == field || (field.Length > 0 && named.StartsWith(field, StringComparison.Ordinal) && named[field.Length] is '.' or '[');

    /// <summary>Why these named fields do not tell what is wrong; null when they do.</summary>
    public string? Unexplained(IReadOnlyCollection<string> named)
    {
        var good = Readable ? named.Any(field => Names(field, Field)) : named.Count > 0 && named.All(field => Names(field, Field));
        return good ? null : $"{this} should name '{Field}' and names '{string.Join("', '", named)}'";
    }

    public override string ToString()
    {
        var shown = Encoding.Latin1.GetString(Json, 0, Math.Min(Json.Length, 2_000));
        return $"{Mistake}: {JsonValue.Create(shown).ToJsonString()}";
    }
}
