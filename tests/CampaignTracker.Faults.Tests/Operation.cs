using System.Text.Json.Nodes;
using CampaignTracker.Testing;

namespace CampaignTracker.Faults.Tests;

/// <summary>A request that somebody sends until it is acknowledged: a key of its own, and events with ids of their own.</summary>
internal sealed class Operation
{
    private readonly Lock once = new();
    private IReadOnlyList<Place>? acknowledged;

    private Operation(string campaign, Guid[] ids, string[] streams, string body) =>
        (Campaign, Ids, Streams, Body) = (campaign, ids, streams, body);

    public string Campaign { get; }

    public string Key { get; } = Guid.NewGuid().ToString();

    public IReadOnlyList<Guid> Ids { get; }

    /// <summary>The stream of each event.</summary>
    public IReadOnlyList<string> Streams { get; }

    public string Body { get; }

    /// <summary>What was answered; null while nobody has said that it is recorded.</summary>
    public IReadOnlyList<Place>? Acknowledged
    {
        get { lock (once) return acknowledged; }
    }

    /// <summary>An operation on these events, each on a subject of the campaign.</summary>
    public static Operation On(string campaign, params JsonObject[] events)
    {
        var ids = events.Select(_ => Guid.NewGuid()).ToArray();
        foreach (var (e, id) in events.Zip(ids)) e["id"] = id.ToString();
        var streams = events.Select(e => $"{campaign}/{e["subject"]?.GetValue<string>() ?? campaign}").ToArray();
        return new Operation(campaign, ids, streams, new JsonArray(events).ToJsonString());
    }

    /// <summary>Notes an acknowledgement; every further one must say the same.</summary>
    public void Acknowledge(Answer answer)
    {
        var places = answer.Events.Select(e => new Place(e!["id"]!.GetValue<Guid>(), e["version"]!.GetValue<long>(), e["sequence"]!.GetValue<long>())).ToList();
        places.ConvertAll(place => place.Id).ShouldBe(Ids);
        lock (once)
        {
            if (acknowledged is null) acknowledged = places;
            else places.ShouldBe(acknowledged, "a repetition was answered otherwise");
        }
    }
}

/// <summary>Where an event is.</summary>
internal sealed record Place(Guid Id, long Version, long Sequence);
