using System.Collections;
using System.Text.Json;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>Reads one event's fields from JSON; when that fails, names every field that is at fault.</summary>
public static class EventReader
{
    /// <summary>Reads the fields of an event.</summary>
    /// <param name="type">The event's type.</param>
    /// <param name="fields">A JSON object with the event's fields, <c>type</c> and <c>id</c> left out.</param>
    /// <exception cref="EventFormatException">A field is unknown, missing, given twice, of another type, or holds what cannot be
    /// stored.</exception>
    public static CampaignEvent Read(EventType type, JsonElement fields)
    {
        try
        {
            if (fields.Deserialize(type.ClrType, EventJson.Options) is CampaignEvent read && !HasHoles(read)) return read;
        }
        catch (JsonException)
        {
            // Told below.
        }
        throw new EventFormatException(Misreading.Of(type, fields));
    }

    /// <summary>Reads the fields of an event from a JSON object in UTF-8.</summary>
    /// <exception cref="EventFormatException">As above.</exception>
    public static CampaignEvent Read(EventType type, ReadOnlySpan<byte> fields)
    {
        try
        {
            if (JsonSerializer.Deserialize(fields, type.ClrType, EventJson.Options) is CampaignEvent read && !HasHoles(read)) return read;
        }
        catch (JsonException)
        {
            // Told below.
        }
        throw new EventFormatException(Misreading.Of(type, JsonSerializer.Deserialize<JsonElement>(fields)));
    }

    // The serialiser lets null stand in a list whose elements cannot be null.
    private static bool HasHoles(object record)
    {
        foreach (var member in Member.Of(record.GetType()))
        {
            if (Member.ElementOf(member.Property.PropertyType) is null || member.Property.GetValue(record) is not IList list) continue;
            foreach (var element in list)
            {
                if (element is null || (Member.IsRecord(element.GetType()) && HasHoles(element))) return true;
            }
        }
        return false;
    }
}
