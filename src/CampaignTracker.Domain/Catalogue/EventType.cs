using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>What the record of an event type says of itself: read once, by reflection; schemas, forms and checks follow from it.</summary>
public sealed class EventType
{
    private EventType(string name, Type clrType)
    {
        Name = name;
        ClrType = clrType;
        StoredClrName = $"{clrType.FullName}, {clrType.Assembly.GetName().Name}";
        MovesStatus = clrType == typeof(StatusContested)
            || clrType.GetMethod(nameof(CampaignEvent.Effects))!.DeclaringType != typeof(CampaignEvent);
        Opens = clrType.GetCustomAttribute<OpensAttribute>()?.Kind;
        On = Opens is { } opened ? [opened] : [.. clrType.GetCustomAttribute<OnAttribute>()?.Kinds
            ?? throw new InvalidOperationException($"{clrType.Name} does not say on which kind of subject it is recorded.")];

        var constructor = clrType.GetConstructors().Single(c => c.GetParameters() is not [{ ParameterType: var only }] || only != clrType);
        Fields = [.. constructor.GetParameters().Select(parameter => new EventField(name, clrType, parameter))];
        Referring = [.. Fields.Where(field => field.SubjectName is not null || field.EventId is not null || !Member.IsPlain(field.Type))];
        Common = [.. typeof(CampaignEvent).GetProperties().Where(property => property.Name is not "Campaign" and not "Subject")
            .Select(property => new EventField(property))];
        Dates = [.. Common.Concat(Fields).Where(field => field.Type == typeof(EdtfDate))];
    }

    /// <summary>Describes an event type.</summary>
    public static EventType For<T>(string name) where T : CampaignEvent => new(name, typeof(T));

    /// <summary>The stored name, such as <c>release_achieved</c>.</summary>
    public string Name { get; }

    public Type ClrType { get; }

    /// <summary>The record's name as Marten keeps it beside an event.</summary>
    public string StoredClrName { get; }

    /// <summary>True for a type whose events may move a status: most declare no effect at all.</summary>
    public bool MovesStatus { get; }

    /// <summary>The kind of subject that it opens; null when it opens none.</summary>
    public SubjectKind? Opens { get; }

    /// <summary>The kinds of subject that it is recorded on; empty means any.</summary>
    public ImmutableArray<SubjectKind> On { get; }

    /// <summary>The fields of its own, in order.</summary>
    public ImmutableArray<EventField> Fields { get; }

    /// <summary>
    /// Those of them that can name other subjects, other events or identifiers: most types have none, and every recorded event is asked.
    /// </summary>
    public ImmutableArray<EventField> Referring { get; }

    /// <summary>The fields of every event, campaign and subject left out.</summary>
    public ImmutableArray<EventField> Common { get; }

    /// <summary>The fields that hold a date.</summary>
    public ImmutableArray<EventField> Dates { get; }

    /// <summary>The other subjects that an event names, also in its grounds and in the new values of a correction.</summary>
    public IEnumerable<string> SubjectNames(CampaignEvent e) =>
        Referring.SelectMany(field => field.Values(e).SelectMany(value => value switch
    {
        string name when field.SubjectName is not null => [name],
        Ground { Demand: { } demand } => [demand],
        KeyValuePair<string, JsonElement> change => ChangedReferences.Subjects(change.Key, change.Value),
        _ => Enumerable.Empty<string>(),
    }));

    /// <summary>The earlier events that an event is about, also in the new values of a correction.</summary>
    public IEnumerable<Guid> EventIds(CampaignEvent e) => Referring.SelectMany(field => field.Values(e).SelectMany(value => value switch
    {
        Guid id when field.EventId is not null => [id],
        KeyValuePair<string, JsonElement> change => ChangedReferences.Events(change.Key, change.Value),
        _ => Enumerable.Empty<Guid>(),
    }));

    /// <summary>The events that an event came after, also in the new values of a correction: it is about none of them.</summary>
    public static IEnumerable<Guid> Followed(CampaignEvent e) => (e.Follows ?? []).Concat(
        (e as EventCorrected)?.Changes.SelectMany(change => ChangedReferences.Followed(change.Key, change.Value)) ?? []);
}

/// <summary>A field of an event type.</summary>
public sealed class EventField
{
    private readonly PropertyInfo property;

    internal EventField(string type, Type owner, ParameterInfo parameter)
    {
        property = owner.GetProperty(parameter.Name!)
            ?? throw new InvalidOperationException($"{owner.Name}.{parameter.Name} is no property.");
        Name = EventJson.FieldName(property.Name);
        Required = !parameter.HasDefaultValue;
        Fallback = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        HelpKey = HelpKeyOf(type, Name);
        SubjectName = parameter.GetCustomAttribute<SubjectNameAttribute>();
        EventId = parameter.GetCustomAttribute<EventIdAttribute>();
        IsDirectoryName = parameter.GetCustomAttribute<DirectoryNameAttribute>() is not null;
        IsImplied = parameter.GetCustomAttribute<ImpliedAttribute>() is not null;
    }

    internal EventField(PropertyInfo common)
    {
        property = common;
        Name = EventJson.FieldName(common.Name);
        Required = common.Name == nameof(CampaignEvent.Occurred);
        Fallback = common.PropertyType.IsEnum ? Enum.ToObject(common.PropertyType, 0) : null;
        HelpKey = HelpKeyOf(null, Name);
        EventId = common.GetCustomAttribute<EventIdAttribute>();
    }

    /// <summary>The name in JSON: <c>issueArea</c>.</summary>
    public string Name { get; }

    public Type Type => property.PropertyType;

    public bool Required { get; }

    /// <summary>The key of the text that says what it is.</summary>
    public string HelpKey { get; }

    /// <summary>The value of an event that leaves the field out.</summary>
    public object? Fallback { get; }

    /// <summary>Set when the field names other subjects.</summary>
    public SubjectNameAttribute? SubjectName { get; }

    /// <summary>Set when the field names earlier events.</summary>
    public EventIdAttribute? EventId { get; }

    /// <summary>True when the directory keeps the names in this field.</summary>
    public bool IsDirectoryName { get; }

    /// <summary>True for a value that an event without the field has too.</summary>
    public bool SaysNothing(object? value) => value is null || (!Required && (value.Equals(Fallback) || value is ICollection { Count: 0 }));

    /// <summary>True when an event that leaves the field out means something by that.</summary>
    private bool IsImplied { get; }

    /// <summary>True when an event says nothing of the field, not by leaving it out either.</summary>
    public bool IsLacking(CampaignEvent e) => Fallback is null && !IsImplied && SaysNothing(Value(e));

    /// <summary>The key of the text that says what a field is.</summary>
    /// <param name="type">The stored name of the field's event type; null for a field of every event.</param>
    internal static string HelpKeyOf(string? type, string field) => $"{type ?? "event"}.{field}";

    /// <summary>The value in an event.</summary>
    public object? Value(CampaignEvent e) => property.GetValue(e);

    /// <summary>The values in an event: the elements of a list, or the one value.</summary>
    public IEnumerable<object> Values(CampaignEvent e) => Value(e) switch
    {
        null => [],
        string one => [one],
        IEnumerable many => many.Cast<object>(),
        var one => [one],
    };
}
