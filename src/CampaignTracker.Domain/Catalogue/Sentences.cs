using System.Collections;
using System.Collections.Concurrent;
using System.Text;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>The one place that turns an event into a sentence. Another language is another table of templates.</summary>
public static class Sentences
{
    // A template is read once; there are as many as event types, and more of another language.
    private static readonly ConcurrentDictionary<(EventType Type, string Template), Part[]> Known = new();

    /// <summary>Renders an event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="title">What a subject is called, by its short name.</param>
    /// <param name="templates">Templates of another language, by the English one; null for English.</param>
    public static string Of(CampaignEvent e, Func<string, string> title, IReadOnlyDictionary<string, string>? templates = null)
    {
        var template = e.SentenceTemplate();
        if (templates?.TryGetValue(template, out var translated) ?? false) template = translated;

        var text = new StringBuilder(template.Length + 64);
        foreach (var part in Known.GetOrAdd((EventCatalogue.Of(e), template), static key => Read(key.Type, key.Template)))
        {
            var start = text.Length;
            if (!part.Append(text, e, title) && part.MayFallAway) text.Length = start;
        }
        return text.ToString();
    }

    /// <summary>The fields that a template names.</summary>
    public static IEnumerable<string> FieldsOf(string template)
    {
        for (var open = template.IndexOf('{', 0); open >= 0; open = template.IndexOf('{', open + 1))
            yield return template[(open + 1)..template.IndexOf('}', open)];
    }

    private static Part[] Read(EventType type, string template)
    {
        List<Part> parts = [];
        for (var i = 0; i < template.Length;)
        {
            var optional = template[i] == '[';
            var end = template.IndexOf(optional ? ']' : '[', i);
            if (end < 0) end = template.Length;
            parts.Add(new Part(optional, Pieces(type, template[(optional ? i + 1 : i)..end])));
            i = optional ? end + 1 : end;
        }
        return [.. parts];
    }

    private static Piece[] Pieces(EventType type, string template)
    {
        List<Piece> pieces = [];
        while (template.Length > 0)
        {
            var open = template.IndexOf('{', StringComparison.Ordinal);
            if (open < 0)
            {
                pieces.Add(new Piece(template, false, null));
                break;
            }
            var close = template.IndexOf('}', StringComparison.Ordinal);
            var name = template[(open + 1)..close];
            pieces.Add(new Piece(template[..open], name == "subject", name == "subject" ? null : type.Fields.First(field => field.Name == name)));
            template = template[(close + 1)..];
        }
        return [.. pieces];
    }

    /// <summary>A part of a template.</summary>
    private sealed record Part(bool MayFallAway, Piece[] Pieces)
    {
        /// <summary>Writes it; false when a field in it is empty.</summary>
        public bool Append(StringBuilder text, CampaignEvent e, Func<string, string> title)
        {
            var complete = true;
            foreach (var piece in Pieces)
            {
                text.Append(piece.Text);
                if (piece.IsLast) continue;
                var value = piece.Field is null ? title(e.Subject) : Text(piece.Field, e, title);
                complete &= value.Length > 0;
                text.Append(value);
            }
            return complete;
        }
    }

    /// <summary>Words as they stand, and what follows them: the subject, a field, or nothing.</summary>
    private sealed record Piece(string Text, bool Subject, EventField? Field)
    {
        public bool IsLast => !Subject && Field is null;
    }

    private static string Text(EventField field, CampaignEvent e, Func<string, string> title) =>
        field.SubjectName is not null
            ? string.Join(", ", field.Values(e).OfType<string>().Select(title))
            : Text(field.Value(e), title);

    private static string Text(object? value, Func<string, string> title) => value switch
    {
        null => "",
        string text => text,
        Enum named => Words.Of(named),
        bool yes => yes ? "yes" : "no",
        Votes votes => $"{votes.For} to {votes.Against} with {votes.Abstentions} abstention{(votes.Abstentions == 1 ? "" : "s")}",
        Claim claim => $"“{claim.Value}” ({claim.By})",
        Ground ground => ground.Words ?? ground.IssueArea ?? title(ground.Demand ?? ""),
        Identifier identifier => identifier.Value,
        EdtfDate date => DatePhrases.Of(date),
        IEnumerable many => string.Join(", ", many.Cast<object>().Select(one => Text(one, title))),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
