using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Views;

/// <summary>The JSON of an answered view: from which viewpoint it was drawn, then the view's own fields. Stored views are kept in exactly this form.</summary>
public static class ViewJson
{
    /// <summary>As events are written, but with absent values shown as null: a reader should not have to guess.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a view.</summary>
    /// <param name="log">The events that it was drawn from: says which instant and sequence were used.</param>
    /// <param name="asOf">V as it was asked for; null when open.</param>
    /// <param name="view">The view: an object with fields of its own.</param>
    public static byte[] Write(CampaignLog log, FuzzyDate? asOf, object view)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new Header(log.Campaign, asOf, log.At, log.Sequence), Options);
        var body = JsonSerializer.SerializeToUtf8Bytes(view, view.GetType(), Options);
        var output = new ArrayBufferWriter<byte>(header.Length + body.Length);
        output.Write(header.AsSpan(0, header.Length - 1));
        if (body.Length > 2) output.Write(","u8);
        output.Write(body.AsSpan(1));
        return output.WrittenSpan.ToArray();
    }

    private static JsonSerializerOptions Create()
    {
        var options = EventJson.Configure(new JsonSerializerOptions());
        options.DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = 64;
        return options;
    }

    private sealed record Header(string Campaign, FuzzyDate? AsOf, DateTimeOffset? KnownAt, long Sequence);
}
