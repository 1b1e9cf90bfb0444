using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>A member of an event or of a record within one, as JSON names it; read once, by reflection.</summary>
/// <param name="Property">Where its value is.</param>
/// <param name="Name">The name in JSON.</param>
/// <param name="Required">It cannot be left out.</param>
/// <param name="Nullable">It can be null.</param>
/// <param name="Help">What it is, where the record says so.</param>
/// <param name="SubjectName">Set when it names other subjects.</param>
/// <param name="EventId">Set when it names earlier events.</param>
public sealed record Member(
    PropertyInfo Property, string Name, bool Required, bool Nullable, string? Help, SubjectNameAttribute? SubjectName = null, EventIdAttribute? EventId = null)
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<Member>> Known = new();

    /// <summary>The members of an event type or of a record within one.</summary>
    public static ImmutableArray<Member> Of(Type type) => Known.GetOrAdd(type, static type =>
    {
        var parameters = type.GetConstructors().Single(c => c.GetParameters() is not [{ ParameterType: var only }] || only != type)
            .GetParameters().ToDictionary(parameter => parameter.Name!);
        var nullability = new NullabilityInfoContext();
        return [.. type.GetProperties().Where(property => property.CanWrite).Select(property =>
        {
            var parameter = parameters.GetValueOrDefault(property.Name);
            var required = parameter is { HasDefaultValue: false } || property.IsDefined(typeof(RequiredMemberAttribute));
            var help = parameter?.GetCustomAttribute<HelpAttribute>() ?? property.GetCustomAttribute<HelpAttribute>();
            var nullable = nullability.Create(property).ReadState == NullabilityState.Nullable;
            return new Member(
                property, EventJson.FieldName(property.Name), required, nullable, help?.Text,
                parameter?.GetCustomAttribute<SubjectNameAttribute>(), parameter?.GetCustomAttribute<EventIdAttribute>());
        })];
    });

    /// <summary>The type of a list's elements; null for what is no list.</summary>
    public static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>True for a text, a number, a date, a word of a list, and for many of them.</summary>
    public static bool IsPlain(Type type)
    {
        type = ElementOf(type) ?? type;
        type = System.Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(PersonalText) || type == typeof(EdtfDate);
    }

    /// <summary>True for an event and for a record within one, whose JSON is an object with members.</summary>
    public static bool IsRecord(Type type) =>
        type.IsClass && type.Assembly == typeof(Member).Assembly && type != typeof(EdtfDate) && type != typeof(PersonalText);
}
