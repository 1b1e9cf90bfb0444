using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Web.Storage;

/// <summary>What is kept beside an event's body.</summary>
/// <param name="Index">Its line in its batch or file, from 0.</param>
/// <param name="Position">Its place in the batch in which another tracker recorded it first; null when that is this batch.</param>
/// <param name="Warnings">The warnings raised.</param>
/// <param name="Claim">What an import says of its first recording.</param>
/// <param name="File">The file that it was imported from; null where it came in a batch of its own.</param>
/// <param name="Batch">The batch in which another tracker recorded it first; null when that is this batch.</param>
internal sealed record EventHeaders(
    int Index, int? Position, IReadOnlyList<ValidationIssue> Warnings, RecordedClaim? Claim, Guid? File, string? Batch)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed record Stored(
        int? Index, int? Position, IReadOnlyList<StoredWarning>? Warnings, RecordedClaim? Claim, Guid? File, string? Batch);

    public static EventHeaders None { get; } = new(0, null, [], null, null, null);

    /// <summary>The headers of an event to be stored; what says nothing is left out.</summary>
    public static string Write(RecordedEvent e) => JsonSerializer.Serialize(
        e is { Line: 0, Position: 0, Warnings: [], Claim: null, File: null, FirstBatch: null } ? null : new Stored(
            e.Line == 0 ? null : e.Line, e.Position == e.Line ? null : e.Position,
            e.Warnings is [] ? null : [.. e.Warnings.Select(StoredWarning.Of)], e.Claim, e.File, e.FirstBatch),
        Options);

    public static EventHeaders Read(byte[] json) => JsonSerializer.Deserialize<Stored>(json, Options) is { } stored
        ? new(stored.Index ?? 0, stored.Position, [.. stored.Warnings?.Select(warning => warning.Read()) ?? []], stored.Claim,
            stored.File, stored.Batch)
        : None;
}
