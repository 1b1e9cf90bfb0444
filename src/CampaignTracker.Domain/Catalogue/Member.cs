using System.Collections.Frozen;
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
/// <param name="HelpKey">The key of the text that says what it is; null where there is none.</param>
/// <param name="SubjectName">Set when it names other subjects.</param>
/// <param name="EventId">Set when it names earlier events.</param>
public sealed record Member(
    PropertyInfo Property, string Name, bool Required, bool Nullable, string? HelpKey,
    SubjectNameAttribute? SubjectName = null, EventIdAttribute? EventId = null)
{
    /// <summary>The members of an event type or of a record within one.</summary>
    public static ImmutableArray<Member> Of(Type type) => Known.ByType[type];

    /// <summary>The type of a list's elements; null for what is no list.</summary>
    public static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>True for a text, a number, a date, a word of a list, and for many of them.</summary>
    public static bool IsPlain(Type type)
    {
        type = ElementOf(type) ?? type;
        type = System.Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(PersonalText)
            || type == typeof(EdtfDate) || type == typeof(TimeOfDay);
    }

    /// <summary>True for an event and for a record within one, whose JSON is an object with members.</summary>
    public static bool IsRecord(Type type) =>
        type.IsClass && type.Assembly == typeof(Member).Assembly && type != typeof(EdtfDate) && type != typeof(PersonalText);

    private static ImmutableArray<Member> Read(Type type)
    {
        var parameters = type.GetConstructors().Single(c => c.GetParameters() is not [{ ParameterType: var only }] || only != type)
            .GetParameters().ToDictionary(parameter => parameter.Name!);
        var nullability = new NullabilityInfoContext();
        return [.. type.GetProperties().Where(property => property.CanWrite).Select(property =>
        {
            var parameter = parameters.GetValueOrDefault(property.Name);
            var required = parameter is { HasDefaultValue: false } || property.IsDefined(typeof(RequiredMemberAttribute));
            var nullable = nullability.Create(property).ReadState == NullabilityState.Nullable;
            var name = EventJson.FieldName(property.Name);
            var help = EventCatalogue.Find(type) is { } e ? EventField.HelpKeyOf(parameter is null ? null : e.Name, name) : null;
            return new Member(
                property, name, required, nullable, help,
                parameter?.GetCustomAttribute<SubjectNameAttribute>(),
                parameter?.GetCustomAttribute<EventIdAttribute>() ?? property.GetCustomAttribute<EventIdAttribute>());
        })];
    }

    // Of a class of its own, so that they are read when the catalogue is there.
    private static class Known
    {
        public static readonly FrozenDictionary<Type, ImmutableArray<Member>> ByType = All();

        private static FrozenDictionary<Type, ImmutableArray<Member>> All()
        {
            Dictionary<Type, ImmutableArray<Member>> all = [];
            var pending = new Stack<Type>(EventCatalogue.All.Select(type => type.ClrType));
            while (pending.TryPop(out var type))
            {
                if (all.ContainsKey(type)) continue;
                all[type] = Read(type);
                foreach (var member in all[type])
                {
                    var within = ElementOf(member.Property.PropertyType) ?? member.Property.PropertyType;
                    if (IsRecord(within)) pending.Push(within);
                }
            }
            return all.ToFrozenDictionary();
        }
    }
}
