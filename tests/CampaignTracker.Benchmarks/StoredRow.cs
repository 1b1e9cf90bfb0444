using System.Text;
using CampaignTracker.Domain.Catalogue;

namespace CampaignTracker.Benchmarks;

/// <summary>An event as the log's table holds it, ready to be written.</summary>
internal sealed record StoredRow(Guid Id, string Stream, long Version, string Type, string ClrType, string Body, string? Headers)
{
    /// <summary>The row of an event.</summary>
    /// <param name="version">Its place in its subject's stream.</param>
    /// <param name="index">Its place in its batch.</param>
    public static StoredRow Of(EventLine line, long version, int index = 0)
    {
        var type = EventCatalogue.Of(line.Event);
        return new(
            line.Id ?? Guid.CreateVersion7(), $"{line.Event.Campaign}/{line.Event.Subject}", version, type.Name,
            $"{type.ClrType.FullName}, {type.ClrType.Assembly.GetName().Name}",
            Encoding.UTF8.GetString(EventJson.Write(line.Event)), index == 0 ? null : $$"""{"index": {{index}}}""");
    }

    /// <summary>The rows of events in order, each with its place in its stream.</summary>
    /// <param name="lines">The events.</param>
    /// <param name="versions">The versions of the streams so far; moved on.</param>
    public static IEnumerable<StoredRow> Of(IEnumerable<EventLine> lines, Dictionary<string, long> versions)
    {
        var index = 0;
        foreach (var line in lines)
        {
            var stream = $"{line.Event.Campaign}/{line.Event.Subject}";
            yield return Of(line, versions[stream] = versions.GetValueOrDefault(stream) + 1, index++ % 1_000);
        }
    }
}
