using System.Globalization;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Presentation;
using Microsoft.Extensions.Localization;

namespace CampaignTracker.Web.Forms;

/// <summary>What forms call event types and fields.</summary>
public sealed class FieldWords(IStringLocalizer<PageText> text)
{
    /// <summary>What happened: <c>Release</c>.</summary>
    public string Type(EventType type) => text[$"Type.{type.Name}"];

    /// <summary>What an event type records, in one line.</summary>
    public string TypeHelp(EventType type) => text[$"Type.{type.Name}.Help"];

    /// <summary>A field: <c>Operative verb</c>.</summary>
    public string Label(FormField field) =>
        (field is { Name: "subject", Kinds: [var kind] } ? Said($"Field.subject.{kind}") : null)
        ?? Said($"Field.{field.Owner}.{field.Name}") ?? Label(field.Name);

    /// <summary>What goes into a field; null where its name says it all.</summary>
    public string? Help(FormField field) =>
        Said($"Field.{field.Owner}.{field.Name}.Help") ?? Said($"Field.{field.Name}.Help")
        ?? (field.HelpKey is { } key ? EventTexts.In(CultureInfo.CurrentUICulture).Find(key) : null);

    /// <summary>One row of a list: <c>Source</c>.</summary>
    public string Row(FormField list) => Said($"Field.{list.Owner}.{list.Name}.Row") ?? Said($"Field.{list.Name}.Row") ?? Label(list);

    /// <summary>A value of an enumeration, as it is chosen.</summary>
    public string Value(Type type, string name) => Said($"{type.Name}.{name}") ?? Capital(Words.Of((Enum)Enum.Parse(type, name)));

    /// <summary>A field by its path in a form: <c>Source 2, Link</c>.</summary>
    public string Path(FormLayout layout, string path)
    {
        var parts = new List<string>();
        var (fields, rest) = (layout.All, path);
        while (rest.Length > 0
            && fields.FirstOrDefault(field => rest.StartsWith(field.Name, StringComparison.Ordinal)
            && EndsName(rest, field.Name.Length)) is { } field)
        {
            rest = rest[field.Name.Length..];
            if (field.Shape == FieldShape.List && rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is > 1 and var close
                && int.TryParse(rest.AsSpan(1, close - 1), out var row))
            {
                parts.Add($"{Row(field)} {row + 1}");
                (field, rest) = (field.Row, rest[(close + 1)..]);
            }
            else parts.Add(Label(field));
            if (rest.StartsWith(FormValues.New, StringComparison.Ordinal))
            {
                var kinds = field.Kinds.IsEmpty ? Enum.GetValues<SubjectKind>() : [.. field.Kinds];
                fields = kinds.Where(kind => kind != SubjectKind.Campaign).SelectMany(kind => FormLayout.Opening(kind));
                rest = rest[FormValues.New.Length..];
            }
            else (fields, rest) = (field.Members, rest.TrimStart('.'));
        }
        return parts.Count == 0 ? Label(path) : string.Join(", ", parts);
    }

    /// <summary>An id for the element of a path.</summary>
    public static string Id(string path) => "f-" + string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private static bool EndsName(string path, int length) => path.Length == length || !char.IsLetterOrDigit(path[length]);

    private string? Said(string name) => text[name] is { ResourceNotFound: false } said ? said.Value : null;

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private string Label(string name) => text[$"Field.{name}"];
}
