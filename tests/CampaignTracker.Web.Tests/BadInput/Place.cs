using System.Reflection;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Tests.BadInput;

/// <summary>A value within a good body, where something else can be put.</summary>
/// <param name="Path">As an answer names it: <c>sources[0].url</c>.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Required">It cannot be left out.</param>
/// <param name="Nullable">It can be null.</param>
/// <param name="Original">The good value.</param>
internal sealed record Place(string Path, Type Type, bool Required, bool Nullable, JsonNode Original)
{
    private const string Hole = "@@here@@";

    /// <summary>The body with a hole for the value.</summary>
    public required string Text { get; init; }

    /// <summary>The body without the value; null for an element of a list.</summary>
    public string? Without { get; private init; }

    /// <summary>The body with JSON, or what is none, in the value's place.</summary>
    public string With(string json) => Text.Replace($"\"{Hole}\"", json, StringComparison.Ordinal);

    /// <summary>The body with further members at the beginning of the object that is here.</summary>
    public string WithMembers(string members) => With("{" + members + "," + Original.ToJsonString()[1..]);

    /// <summary>Every value of a body, from the outermost.</summary>
    public static IEnumerable<Place> Of(JsonObject body)
    {
        var type = EventCatalogue.Find(body["type"]!.GetValue<string>())!.ClrType;
        return new Walk(body).Members("", body, type);
    }

    private sealed class Walk(JsonObject root)
    {
        private readonly NullabilityInfoContext nullability = new();

        public IEnumerable<Place> Members(string path, JsonObject parent, Type type)
        {
            var parameters = type.GetConstructors().SelectMany(c => c.GetParameters()).Where(p => p.ParameterType != type).ToDictionary(p => p.Name!, p => p);
            foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            {
                var name = EventJson.FieldName(property.Name);
                if (parent[name] is not { } value) continue;
                var required = parameters.TryGetValue(property.Name, out var parameter) ? !parameter.HasDefaultValue : name == "occurred";
                var nullable = !required && nullability.Create(property).ReadState == NullabilityState.Nullable;
                var at = path.Length == 0 ? name : $"{path}.{name}";

                parent[name] = Hole;
                var text = root.ToJsonString();
                parent.Remove(name);
                var without = root.ToJsonString();
                parent[name] = value;
                foreach (var place in Value(new Place(at, property.PropertyType, required, nullable, value) { Text = text, Without = without })) yield return place;
            }
        }

        private IEnumerable<Place> Value(Place place)
        {
            yield return place;
            var type = System.Nullable.GetUnderlyingType(place.Type) ?? place.Type;
            if (place.Original is JsonArray { Count: > 0 } list && type.GetGenericArguments() is [var element])
            {
                var (path, first) = ($"{place.Path}[0]", list[0]!);
                list[0] = Hole;
                var text = root.ToJsonString();
                list[0] = first;
                foreach (var inner in Value(new Place(path, element, true, false, first) { Text = text })) yield return inner;
            }
            else if (place.Original is JsonObject record && type != typeof(PersonalText) && !type.IsGenericType)
            {
                foreach (var inner in Members(place.Path, record, type)) yield return inner;
            }
        }
    }
}
