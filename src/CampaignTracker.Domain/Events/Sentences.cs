using System.Collections;
using System.Text;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Corrections;

namespace CampaignTracker.Domain.Events;

/// <summary>The one place that turns an event into a sentence. Another language is another table of templates.</summary>
public static class Sentences
{
    /// <summary>Renders an event.</summary>
    /// <param name="e">The event.</param>
    /// <param name="title">What a subject is called, by its short name.</param>
    /// <param name="templates">Templates of another language, by the English one; null for English.</param>
    public static string Of(CampaignEvent e, Func<string, string> title, IReadOnlyDictionary<string, string>? templates = null)
    {
        var template = e.SentenceTemplate();
        if (templates?.TryGetValue(template, out var translated) ?? false) template = translated;

        var text = new StringBuilder(template.Length + 64);
        for (var i = 0; i < template.Length;)
        {
            if (template[i] == '[')
            {
                var end = template.IndexOf(']', i);
                var part = new StringBuilder();
                if (Append(part, template.AsSpan(i + 1, end - i - 1), e, title)) text.Append(part);
                i = end + 1;
            }
            else
            {
                var end = template.IndexOf('[', i);
                if (end < 0) end = template.Length;
                Append(text, template.AsSpan(i, end - i), e, title);
                i = end;
            }
        }
        return text.ToString();
    }

    /// <summary>The fields that a template names.</summary>
    public static IEnumerable<string> FieldsOf(string template)
    {
        for (var open = template.IndexOf('{', 0); open >= 0; open = template.IndexOf('{', open + 1))
            yield return template[(open + 1)..template.IndexOf('}', open)];
    }

    private static bool Append(StringBuilder text, ReadOnlySpan<char> template, CampaignEvent e, Func<string, string> title)
    {
        var complete = true;
        while (template.Length > 0)
        {
            var open = template.IndexOf('{');
            if (open < 0)
            {
                text.Append(template);
                break;
            }
            var close = template.IndexOf('}');
            text.Append(template[..open]);
            var name = template[(open + 1)..close].ToString();
            var value = name == "subject" ? title(e.Subject) : Text(EventCatalogue.Of(e).Fields.First(field => field.Name == name), e, title);
            complete &= value.Length > 0;
            text.Append(value);
            template = template[(close + 1)..];
        }
        return complete;
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
        IEnumerable many => string.Join(", ", many.Cast<object>().Select(one => Text(one, title))),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
