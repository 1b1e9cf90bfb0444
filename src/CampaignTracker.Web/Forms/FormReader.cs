using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Presentation;

namespace CampaignTracker.Web.Forms;

/// <summary>
/// Makes events of what stands in a form: the event itself, and before it the openings of subjects that it names and nobody has opened.
/// They are written as JSON and go through the same reading as any request, so that issues come back by the paths of the fields.
/// </summary>
/// <param name="campaign">The campaign.</param>
/// <param name="state">The campaign now; null where it is what is opened.</param>
/// <param name="taken">Short names that somebody else has just taken.</param>
/// <param name="today">The day from which 'yesterday' counts.</param>
public sealed class FormReader(string campaign, CampaignState? state, IReadOnlySet<string> taken, DateOnly today)
{
    private readonly SubjectFinder subjects = new(state?.Knowledge);
    private readonly EventFinder events = new(state);
    private readonly List<(string Path, JsonObject Body)> openings = [];
    private readonly HashSet<string> offered = new(taken, StringComparer.Ordinal);
    private string? subject;
    private Prefilled? prefilled;

    /// <summary>What could not be understood, by path.</summary>
    public Dictionary<string, string> Problems { get; } = new(StringComparer.Ordinal);

    /// <summary>What may be meant, by path; a text that starts with + opens a subject of that kind.</summary>
    public Dictionary<string, IReadOnlyList<Offer>> Offers { get; } = new(StringComparer.Ordinal);

    /// <summary>Short names that were chosen here: each is free, or somebody has just been quicker.</summary>
    public HashSet<string> Chosen { get; } = new(StringComparer.Ordinal);

    /// <summary>The events of a form.</summary>
    /// <param name="layout">The form.</param>
    /// <param name="values">What stands in it, without empty rows.</param>
    public IReadOnlyList<(string Path, JsonObject Body)> Read(FormLayout layout, FormValues values)
    {
        var body = new JsonObject { ["type"] = layout.Type.Name, ["campaign"] = campaign };
        // The subject first: events of the same one are looked for on it.
        foreach (var field in layout.All.OrderBy(field => field.Name == "subject" ? 0 : 1))
        {
            if (field.Shape == FieldShape.Changes) body[field.Name] = Changes(field, values, body);
            else if (Write(field, field.Name, values) is { } value) body[field.Name] = value;
            if (field.Name == "subject") subject = body["subject"]?.GetValue<string>();
        }
        if (layout.Type.Opens == SubjectKind.Campaign
            && values["campaign"].Length == 0) body["campaign"] = OfferName(SubjectKind.Campaign, layout.Type, body);
        else if (layout.Type.Opens is { } kind and not SubjectKind.Campaign) body["subject"] = OfferName(kind, layout.Type, body);
        foreach (var (_, opening) in openings) Inherit(opening, body);
        return [.. openings, ("", body)];
    }

    private JsonNode? Write(FormField field, string path, FormValues values)
    {
        var text = values[path];
        switch (field.Shape)
        {
            case FieldShape.List:
                var rows = new JsonArray([.. Enumerable.Range(0, values.Rows(path))
                    .Select(row => Write(field.Row, $"{path}[{row}]", values))]);
                // A list that must be there and is empty is judged by the event's own rules.
                return rows.Count > 0 || field.Required ? rows : null;
            case FieldShape.Choices:
                if (prefilled?.Unaltered(path, values.All(path)) is { } chosenBefore) return chosenBefore;
                return values.All(path) is { Count: > 0 } chosen
                    ? new JsonArray([.. chosen.Select(value => (JsonNode)value)])
                    : field.Required ? new JsonArray() : null;
            case FieldShape.Group:
                var group = new JsonObject();
                foreach (var member in field.Members)
                {
                    if (Write(member, $"{path}.{member.Name}", values) is { } value) group[member.Name] = value;
                }
                return group.Count > 0 ? group : null;
        }
        if (text.Length == 0) return null;
        if (prefilled?.Unaltered(path, [text]) is { } unaltered) return unaltered;
        // What arrives as bytes that are no text is read as this character.
        if (text.Contains('\uFFFD', StringComparison.Ordinal)) return Unreadable(path, text, "form_wrong_value:unread");
        return field.Shape switch
        {
            FieldShape.Date => Date(path, text),
            FieldShape.Number => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : Unreadable(path, text, "form_wrong_value:number"),
            FieldShape.YesNo => text switch
            {
                "True" => true,
                "False" => false,
                _ => Unreadable(path, text, "form_wrong_value:yes_no"),
            },
            FieldShape.Subject => Subject(field, path, text, values),
            FieldShape.Event => Event(field, path, text),
            _ => text,
        };
    }

    /// <param name="problem">The name of the sentence that says what is wrong.</param>
    private string Unreadable(string path, string text, string problem)
    {
        Problems.TryAdd(path, IssueMessages.Of(ValidationIssue.Refuse(path, problem), CultureInfo.CurrentUICulture));
        return text;
    }

    private string Date(string path, string text)
    {
        if (WrittenDate.TryRead(text, today, out var date, out var problem)) return date.Text;
        Problems.TryAdd(path, problem.In(CultureInfo.CurrentUICulture));
        if (problem.Options.Count > 0) Offers[path] = [.. problem.Options.Select(one => new Offer(one.Text, DateWords.Of(one)))];
        return text;
    }

    private string Subject(FormField field, string path, string text, FormValues values)
    {
        if (FormValues.NewKind(values[path + FormValues.Pick]) is { } kind) return Open(kind, path, values);
        if (subjects.Resolve(text, field.Kinds) is { } name) return name;
        var found = subjects.Find(text, field.Kinds);
        IEnumerable<SubjectKind> kinds = field.Kinds.IsEmpty ? [] : field.Kinds;
        Offers[path] = [.. found, .. kinds.Where(one => one != SubjectKind.Campaign).Select(one => new Offer($"+{one}", ""))];
        return Unreadable(path, text, found.Count > 0 ? "form_wrong_value:several_subjects" : "form_wrong_value:no_subject");
    }

    private string Event(FormField field, string path, string text)
    {
        var on = field.OnSameSubject ? subject : null;
        if (events.Resolve(text, on) is { } id) return id.ToString();
        var found = events.Find(text, on);
        if (found.Count > 0) Offers[path] = found;
        return Unreadable(path, text, found.Count > 0 ? "form_wrong_value:several_events" : "form_wrong_value:no_event");
    }

    private string Open(SubjectKind kind, string path, FormValues values)
    {
        var opening = new JsonObject { ["type"] = FormLayout.Opener(kind).Name, ["campaign"] = campaign };
        foreach (var field in FormLayout.Opening(kind))
        {
            if (Write(field, path + FormValues.New + field.Name, values) is { } value) opening[field.Name] = value;
        }
        var name = OfferName(kind, FormLayout.Opener(kind), opening);
        opening["subject"] = name;
        openings.Add((path + FormValues.New, opening));
        return name;
    }

    private string OfferName(SubjectKind kind, EventType type, JsonObject body)
    {
        var title = body[FormLayout.TitleField(type).Name] is JsonValue said && said.TryGetValue<string>(out var text) ? text : null;
        var occurred = body["occurred"] is JsonValue date && EdtfDate.TryParse(date.GetValue<string>(), out var day, out _) ? day : null;
        var name = OfferedName.For(kind, title, occurred, state?.Knowledge, offered);
        offered.Add(name);
        Chosen.Add(name);
        return name;
    }

    // What is opened on the way is told by the same sources, on the same day where no other is given.
    private static void Inherit(JsonObject opening, JsonObject from)
    {
        string[] shared = from.ContainsKey("sources")
            ? ["occurred", "sources", "confidence", "sensitivity"]
            : ["occurred", "confidence", "sensitivity", "note"];
        foreach (var name in shared)
        {
            if (!opening.ContainsKey(name) && from[name] is { } value) opening[name] = value.DeepClone();
        }
    }

    /// <summary>The fields that differ from the event as it is known; null for one that was emptied.</summary>
    private JsonObject Changes(FormField field, FormValues values, JsonObject correction)
    {
        var changes = new JsonObject();
        if (correction["corrects"] is not { } corrects || !Guid.TryParse(corrects.GetValue<string>(), out var id)
            || state?.Knowledge.Fact(id) is not { } target) return changes;
        var now = JsonSerializer.SerializeToNode(target.Event, target.Event.GetType(), EventJson.Options)!.AsObject();
        prefilled = new Prefilled(Prefill.Each(target.Event, field.Members, $"{field.Name}.", state));
        foreach (var member in field.Members)
        {
            var written = Write(member, $"{field.Name}.{member.Name}", values);
            if (!Same(Plain(written), Plain(now[member.Name]), member)) changes[member.Name] = written;
        }
        prefilled = null;
        return changes;
    }

    private static bool Same(JsonNode? written, JsonNode? now, FormField member) =>
        JsonNode.DeepEquals(written, now) || (written is null && IsFallback(now, member)) || (now is null && IsFallback(written, member));

    private static bool IsFallback(JsonNode? now, FormField member) => now switch
    {
        JsonArray { Count: 0 } => true,
        JsonValue value => member.Fallback is { } fallback && string.Equals(value.ToString(), fallback, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    // Personal text is marked in what is stored, and plain in what is typed.
    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject personal when personal.Count == 1 && personal["personal"] is { } text => text.DeepClone(),
        JsonObject group =>
        new JsonObject(group.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, Plain(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Plain)]),
        null => null,
        var value => value.DeepClone(),
    };
}
