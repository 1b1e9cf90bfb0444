using System.Collections.Immutable;
using System.Text.Json;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Web.Forms;

/// <summary>How a field is filled in.</summary>
public enum FieldShape
{
    Line,
    Text,
    Date,
    Number,
    YesNo,
    /// <summary>One value of an enumeration.</summary>
    Choice,
    /// <summary>Several values of an enumeration.</summary>
    Choices,
    /// <summary>A subject of the campaign, found by any of its names.</summary>
    Subject,
    /// <summary>An earlier event, found on the timeline.</summary>
    Event,
    /// <summary>Rows of the same shape.</summary>
    List,
    /// <summary>Fields that belong together.</summary>
    Group,
    /// <summary>The fields of another event, of which those that were altered count.</summary>
    Changes,
}

/// <summary>A field of a form, as the record of an event type describes it: nothing of it is written by hand.</summary>
/// <param name="Name">Its name in JSON; with those around it the path by which issues speak of it: <c>sources[0].url</c>.</param>
/// <param name="Owner">The event type or record that it is a field of.</param>
/// <param name="Type">Its type, without a question mark.</param>
/// <param name="HelpKey">The key of the text that says what it is; null where there is none.</param>
public sealed record FormField(string Name, FieldShape Shape, string Owner, Type Type, bool Required, string? HelpKey = null)
{
    // What few say of a source.
    private static readonly HashSet<string> Rare = new(StringComparer.Ordinal) { "title", "archivedUrl", "language", "reliability", "informant" };

    /// <summary>True for what a form asks only whoever wants to say more.</summary>
    public bool IsAside => Owner == nameof(Source) && Rare.Contains(Name);

    // Personal, and yet a line of its own: names, not stories.
    private static readonly HashSet<string> Short = new(StringComparer.Ordinal) { "name", "title", "aliases", "alias", "role", "informant" };

    /// <summary>The kinds of subject to choose from; none means any.</summary>
    public ImmutableArray<SubjectKind> Kinds { get; init; } = [];

    /// <summary>True when the event to choose is one of the same subject.</summary>
    public bool OnSameSubject { get; init; }

    /// <summary>True when names that were used before are offered.</summary>
    public bool IsDirectoryName { get; init; }

    /// <summary>The fields of a group, those that can be altered, or the one that describes every row of a list.</summary>
    public ImmutableArray<FormField> Members { get; init; } = [];

    /// <summary>What it is when nobody says anything; null where that is nothing.</summary>
    public string? Fallback { get; init; }

    /// <summary>What describes the rows of a list.</summary>
    public FormField Row => Members[0];

    /// <summary>A field of an event type.</summary>
    public static FormField Of(EventField field, string owner) =>
        Of(field.Name, field.Type, owner, field.Required, field.HelpKey, field.SubjectName, field.EventId, field.IsDirectoryName)
            with { Fallback = field.Fallback is Enum or bool ? field.Fallback.ToString() : null };

    /// <summary>The field in which the subject of an event is named.</summary>
    public static FormField Subject(params ImmutableArray<SubjectKind> kinds) =>
        new("subject", FieldShape.Subject, "", typeof(string), Required: true) { Kinds = kinds };

    /// <summary>The fields of another event, to be altered.</summary>
    public static FormField Changes(EventType target) =>
        new("changes", FieldShape.Changes, "event_corrected", typeof(object), Required: true)
    {
        Members = [.. target.Fields.Concat(target.Common).Where(field => field.Name != "changes").Select(field => Of(field, target.Name))],
    };

    private static FormField Of(
        string name, Type type, string owner, bool required, string? helpKey, SubjectNameAttribute? subject, EventIdAttribute? e,
        bool directory)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Member.ElementOf(type) is { } element)
        {
            // One value of an enumeration more or less is a tick, not a row.
            if (element.IsEnum) return new(name, FieldShape.Choices, owner, element, required, helpKey);
            return new(name, FieldShape.List, owner, element, required,
                helpKey) { Members = [Of(name, element, owner, true, null, subject, e, directory)] };
        }
        if (Member.IsRecord(type) && type != typeof(JsonElement))
        {
            return new(name, FieldShape.Group, owner, type, required, helpKey)
            {
                Members = [.. Member.Of(type).Select(member => Of(member.Name, member.Property.PropertyType, type.Name, member.Required,
                    member.HelpKey, member.SubjectName, member.EventId, false))],
            };
        }
        return new(name, ShapeOf(name, type, subject, e), owner, type, required, helpKey)
        {
            Kinds = [.. subject?.Kinds ?? []], OnSameSubject = e?.OnSameSubject ?? false, IsDirectoryName = directory,
        };
    }

    private static FieldShape ShapeOf(string name, Type type, SubjectNameAttribute? subject, EventIdAttribute? e) =>
        subject is not null ? FieldShape.Subject
        : e is not null ? FieldShape.Event
        : type.IsEnum ? FieldShape.Choice
        : type == typeof(EdtfDate) ? FieldShape.Date
        : type == typeof(bool) ? FieldShape.YesNo
        : type == typeof(int) || type == typeof(long) ? FieldShape.Number
        : type == typeof(PersonalText) && !Short.Contains(name) ? FieldShape.Text
        : type == typeof(string) || type == typeof(PersonalText) || type == typeof(TimeOfDay) ? FieldShape.Line
        : throw new InvalidOperationException($"{name} is a {type.Name}, for which a form has no shape yet.");
}
