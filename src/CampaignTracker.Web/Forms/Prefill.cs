using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Resolutions;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Viewpoints;

namespace CampaignTracker.Web.Forms;

/// <summary>What stands in a form before anybody types.</summary>
public static class Prefill
{
    /// <summary>The fields of an event, as somebody would have filled them in.</summary>
    /// <param name="at">Before each path: <c>changes.</c>, or nothing.</param>
    public static FormValues Of(CampaignEvent e, IEnumerable<FormField> fields, string at, CampaignState state) =>
        FormValues.Of(Each(e, fields, at, state).Select(one => KeyValuePair.Create(one.Path, one.Given)));

    /// <summary>The same, each value with what it shows.</summary>
    internal static IEnumerable<PrefilledValue> Each(CampaignEvent e, IEnumerable<FormField> fields, string at, CampaignState state)
    {
        var json = JsonSerializer.SerializeToNode(e, e.GetType(), EventJson.Options)!.AsObject();
        var subjects = new SubjectFinder(state.Knowledge);
        return fields.SelectMany(field => Put(field, at + field.Name, json[field.Name], subjects, state));
    }

    /// <summary>A source that was used before: what it is, not what was taken from it.</summary>
    public static FormValues Source(Source source, string path)
    {
        var values = FormValues.Empty;
        foreach (var (name, value) in new[] { ("citation", source.Citation), ("title", source.Title?.Value), ("url", source.Url),
            ("archivedUrl", source.ArchivedUrl), ("language", source.Language), ("reliability", source.Reliability?.ToString()) })
        {
            if (value is not null) values = values.With($"{path}.{name}", value);
        }
        return values;
    }

    /// <summary>A form as an address opens it: on which subject, about which event.</summary>
    public static FormValues Of(FormLayout layout, IQueryCollection query, PageContext? context, EdtfDate today)
    {
        var values = FormValues.Empty;
        if (context is null) return values;
        var state = context.State;
        // Most is recorded on the day on which it happened; how, may not be known yet.
        if (layout.Type.ClrType != typeof(DialogueExpected)) values = values.With("occurred", today.Text);
        if (layout.Type.ClrType == typeof(ReleaseAchieved)) values = values.With("manner", nameof(ReleaseManner.Unknown));
        if (query["subject"].ToString() is { Length: > 0 } subject && state.Knowledge.History(subject) is not null)
            values = values.With("subject", new SubjectFinder(state.Knowledge).Written(state.Knowledge.Canonical(subject)));
        // A demand is about somebody, a condition is made of a demand.
        foreach (var field in layout.First.Where(field => field.Shape == FieldShape.Subject && field.Name != "subject"))
        {
            if (query[field.Name].ToString() is { Length: > 0 } named && state.Knowledge.History(named) is not null)
                values = values.With(field.Name, new SubjectFinder(state.Knowledge).Written(state.Knowledge.Canonical(named)));
        }
        if (Guid.TryParse(query["from"].ToString(), out var before) && state.Knowledge.Fact(before) is { } source)
            values = values.With(Following(source.Event, layout, state));
        if (!Guid.TryParse(query["event"].ToString(), out var id) || state.Knowledge.Fact(id) is not { } fact) return values;

        var on = layout.Amends ? fact.Recorded.Event.Subject : fact.Event.Subject;
        values = values.With("subject", new SubjectFinder(state.Knowledge).Written(on));
        if (layout.All.FirstOrDefault(field => field.Shape == FieldShape.Event) is { } names) values = values.With(
            names.Name, new EventFinder(state).Written(id));
        if (!layout.Amends) return values;

        // What amends the record rests on what the event rests on.
        if (layout.All.FirstOrDefault(field => field.Shape == FieldShape.Changes) is { } changes)
            values = values.With(Of(fact.Event, changes.Members, "changes.", state));
        return values.With(Of(fact.Event, layout.All.Where(field => field.Name == "sources"), "", state));
    }

    /// <summary>
    /// What another event says that comes with it: the day, the sources, who may see it; for a demand, the text that makes it.
    /// </summary>
    private static FormValues Following(CampaignEvent e, FormLayout layout, CampaignState state)
    {
        var values = FormValues.Empty.With("occurred", e.Occurred.Text).With("sensitivity", e.Sensitivity.ToString());
        foreach (var (row, source) in e.Sources.Index()) values = values.With(Source(source, $"sources[{row}]"));
        if (layout.Type.ClrType != typeof(DemandIssued)) return values;
        var (by, text) = e switch
        {
            ResolutionAdopted adopted => (adopted.Body, adopted.Subject),
            DemandIssued issued => (issued.By, issued.Resolution),
            _ => (null, null),
        };
        if (by is not null) values = values.With("by", by);
        return text is null ? values : values.With("resolution", new SubjectFinder(state.Knowledge).Written(text));
    }

    /// <summary>The event that a form is about, from what stands in it; null where that is not said.</summary>
    public static Fact? Target(FormValues values, CampaignState? state) =>
        state is not null && new EventFinder(state).Resolve(values["corrects"], null) is { } id ? state.Knowledge.Fact(id) : null;

    private static IEnumerable<PrefilledValue> Put(
        FormField field, string path, JsonNode? json, SubjectFinder subjects, CampaignState state) => json switch
    {
        null => field.Fallback is { } fallback ? [new(field, path, [fallback], null)] : [],
        JsonArray chosen when field.Shape == FieldShape.Choices =>
            [new(field, path, [.. chosen.Select(value => value!.GetValue<string>())], chosen)],
        JsonArray list => list.Index().SelectMany(row => Put(field.Row, $"{path}[{row.Index}]", row.Item, subjects, state)),
        JsonObject personal when personal["personal"] is { } text => [new(field, path, [text.GetValue<string>()], personal)],
        JsonObject group => field.Members.SelectMany(
            member => Put(member, $"{path}.{member.Name}", group[member.Name], subjects, state)),
        _ => [new(field, path, [Written(field, json.ToString(), subjects, state)], json)],
    };

    private static string Written(FormField field, string value, SubjectFinder subjects, CampaignState state) => field.Shape switch
    {
        FieldShape.Subject => subjects.Written(value),
        FieldShape.Event => Guid.TryParse(value, out var id) ? new EventFinder(state).Written(id) : value,
        FieldShape.YesNo => string.Equals(value, "true", StringComparison.OrdinalIgnoreCase) ? "True" : "False",
        _ => value,
    };
}

/// <summary>What stands in a form before anybody types, and what of an event it shows.</summary>
/// <param name="Given">As it stands in the form.</param>
/// <param name="Shows">As it stands in the event; null where the event says nothing and the form its fallback.</param>
internal sealed record PrefilledValue(FormField Field, string Path, string[] Given, JsonNode? Shows);
