using System.Buffers;
using System.Text.Json;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Projections;

/// <summary>
/// An answered view as JSON: from which viewpoint it was drawn, then the view's own fields. Live views are stored in exactly this form.
/// </summary>
public static class ViewAnswer
{
    private static readonly JsonSerializerOptions HeaderOptions = new(ViewJson.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never,
    };

    /// <summary>Writes a view.</summary>
    /// <param name="log">The events that it was drawn from: says which instant and sequence were used.</param>
    /// <param name="asOf">V: as it was asked for, or the day of the answer.</param>
    /// <param name="view">The view: an object with fields of its own.</param>
    public static byte[] Write(CampaignLog log, EdtfDate asOf, object view)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(new Header(log.Campaign, asOf, log.At, log.Sequence), HeaderOptions);
        var body = JsonSerializer.SerializeToUtf8Bytes(view, view.GetType(), ViewJson.Options);
        var output = new ArrayBufferWriter<byte>(header.Length + body.Length);
        output.Write(header.AsSpan(0, header.Length - 1));
        if (body.Length > 2) output.Write(","u8);
        output.Write(body.AsSpan(1));
        return output.WrittenSpan.ToArray();
    }

    private sealed record Header(string Campaign, EdtfDate AsOf, DateTimeOffset? KnownAt, long Sequence);
}
