using CampaignTracker.Domain.Replay;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Recording;

/// <summary>
/// Loads what a batch needs in one round trip, lets every event check itself, and appends in one transaction: all or nothing.
/// Two recorders on one subject are no concern of theirs: the batch is decided anew and silently, unless it names the version it had seen.
/// </summary>
public sealed class Recorder(NpgsqlDataSource database, AppendSignal signal, TimeProvider clock)
{
    private const int MostAttempts = 40;

    /// <summary>Records a batch.</summary>
    /// <returns>What was recorded, or every reason why nothing was.</returns>
    public async Task<RecordingOutcome> RecordAsync(RecordEvents command, CancellationToken ct)
    {
        var wanted = new Wanted(command);
        for (var attempt = 1; ; attempt++)
        {
            var known = await Surroundings.LoadAsync(database, command, wanted, ct);
            if (wanted.AddWhatCorrectionsAreAbout(known)) known = await Surroundings.LoadAsync(database, command, wanted, ct);
            var decision = BatchDecision.Decide(command, known, LatestDayOnEarth());
            if (decision.Outcome is { } outcome) return outcome;
            wanted.Identifiers.UnionWith(decision.ClaimedIdentifiers.Select(claim => claim.Identifier));
            try
            {
                return await SaveAsync(command, decision, ct);
            }
            catch (PostgresException conflict) when (Appending.IsConflict(conflict) && attempt < MostAttempts)
            {
                // Somebody else was first: look again. A little patience keeps many writers of one subject apart.
                await Task.Delay(Random.Shared.Next(attempt * 3), ct);
            }
        }
    }

    /// <summary>Reads and checks a batch as if it were to be recorded, and stores nothing.</summary>
    /// <param name="sequence">The sequence up to which knowledge counts.</param>
    /// <returns>The events as they would be recorded after that sequence, or every reason why they would be refused.</returns>
    internal async Task<Trial> TryAsync(RecordEvents command, long sequence, CancellationToken ct)
    {
        var wanted = new Wanted(command);
        var known = (await Surroundings.LoadAsync(database, command, wanted, ct)).UpTo(sequence);
        if (wanted.AddWhatCorrectionsAreAbout(known)) known = (await Surroundings.LoadAsync(database, command, wanted, ct)).UpTo(sequence);
        var decision = BatchDecision.Decide(command, known, LatestDayOnEarth());
        if (decision.Outcome is RecordingOutcome.Refused refused) return new Trial(refused, [], []);
        return new Trial(null, decision.Lines, [.. decision.Fresh.Select((draft, i) => new RecordedEvent(
            draft.Id, sequence + 1 + i, decision.VersionOf(draft.Event.Subject) + 1 + i, clock.GetUtcNow(), command.Recorder, draft.Position, draft.Event)
        { Warnings = draft.Warnings })]);
    }

    /// <summary>As <see cref="TryAsync"/>, with all that is on record.</summary>
    internal Task<Trial> CheckAsync(RecordEvents command, CancellationToken ct) => TryAsync(command, long.MaxValue / 2, ct);

    private async Task<RecordingOutcome> SaveAsync(RecordEvents command, BatchDecision decision, CancellationToken ct)
    {
        var streams = decision.Fresh.GroupBy(draft => draft.Event.Subject, StringComparer.Ordinal)
            .ToDictionary(stream => StreamKey.Of(command.Campaign, stream.Key), stream => stream.ToList(), StringComparer.Ordinal);
        await using var appending = new Appending(database, [.. streams.Keys]);
        foreach (var (identifier, subject) in decision.ReleasedIdentifiers)
        {
            appending.Add($"delete from {TrackerSchema.Name}.identifiers where campaign = $1 and scheme = $2 and value = $3 and subject = $4",
                command.Campaign, identifier.Scheme, identifier.Value, subject);
        }
        foreach (var (identifier, subject) in decision.ClaimedIdentifiers)
        {
            appending.Add($"insert into {TrackerSchema.Name}.identifiers (campaign, scheme, value, subject) values ($1, $2, $3, $4)",
                command.Campaign, identifier.Scheme, identifier.Value, subject);
        }
        if (command.Request is { } request)
        {
            appending.Add($"insert into {TrackerSchema.Name}.idempotency (scope, key, body_hash, event_ids) values ($1, $2, $3, $4)",
                request.Scope, request.Key, request.BodyHash, decision.Lines.Select(line => line.Id).ToArray());
        }
        foreach (var (key, drafts) in streams) appending.Add(key, decision.VersionOf(drafts[0].Event.Subject), drafts, command);

        var (at, places) = await appending.SendAsync(ct);
        if (places.Count == 0) return decision.Repetition();
        signal.Raise();

        var lines = decision.Lines.ConvertAll(line => places.TryGetValue(line.Id, out var place)
            ? line with { Version = place.Version, Sequence = place.Sequence }
            : line);
        return new RecordingOutcome.Recorded(at, lines.Max(line => line.Sequence), lines, decision.Fresh.Count);
    }

    /// <summary>The calendar day on Kiritimati (UTC+14), where a day begins first.</summary>
    private DateOnly LatestDayOnEarth() => DateOnly.FromDateTime(clock.GetUtcNow().AddHours(14).DateTime);
}

/// <summary>The Wolverine handler of the door.</summary>
public static class RecordEventsHandler
{
    public static Task<RecordingOutcome> Handle(RecordEvents command, Recorder recorder, CancellationToken ct) => recorder.RecordAsync(command, ct);
}

/// <summary>What would become of a batch.</summary>
/// <param name="Refused">Why it would be refused; null where it would be recorded.</param>
/// <param name="Lines">Each event with its warnings.</param>
/// <param name="Events">The events that are not on record yet.</param>
internal sealed record Trial(RecordingOutcome.Refused? Refused, IReadOnlyList<RecordedLine> Lines, IReadOnlyList<RecordedEvent> Events);
