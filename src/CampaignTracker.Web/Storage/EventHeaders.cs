using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Web.Storage;

/// <summary>What is kept beside an event's body.</summary>
/// <param name="Index">Its place in its batch, from 0.</param>
/// <param name="Position">Its place in the batch in which another tracker recorded it first; null when that is this batch.</param>
/// <param name="Warnings">The warnings raised.</param>
/// <param name="Claim">What an import says of its first recording.</param>
internal sealed record EventHeaders(int Index, int? Position, IReadOnlyList<ValidationIssue> Warnings, RecordedClaim? Claim)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed record Stored(int? Index, int? Position, IReadOnlyList<StoredWarning>? Warnings, RecordedClaim? Claim);

    public static EventHeaders None { get; } = new(0, null, [], null);

    /// <summary>The headers of an event to be stored; what says nothing is left out.</summary>
    /// <param name="e">The event.</param>
    /// <param name="index">Its place in its batch, from 0.</param>
    public static string Write(RecordedEvent e, int index)
    {
        return JsonSerializer.Serialize(
            index == 0 && e is { Position: 0, Warnings: [], Claim: null } ? null : new Stored(
                index == 0 ? null : index, e.Position == index ? null : e.Position,
                e.Warnings is [] ? null : [.. e.Warnings.Select(StoredWarning.Of)], e.Claim),
            Options);
    }

    public static EventHeaders Read(byte[] json) => JsonSerializer.Deserialize<Stored>(json, Options) is { } stored
        ? new(stored.Index ?? 0, stored.Position, [.. stored.Warnings?.Select(warning => warning.Read()) ?? []], stored.Claim)
        : None;
}
