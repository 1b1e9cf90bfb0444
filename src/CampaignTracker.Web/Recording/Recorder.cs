using CampaignTracker.Web.Storage;
using JasperFx.Events;
using Marten;
using Marten.Exceptions;
using Npgsql;

namespace CampaignTracker.Web.Recording;

/// <summary>
/// Loads what a batch needs in one round trip, lets every event check itself, and appends in one transaction: all or nothing.
/// Two recorders on one subject are no concern of theirs: the batch is decided anew and silently, unless it names the version it had seen.
/// </summary>
public sealed class Recorder(IDocumentStore store, NpgsqlDataSource database, TimeProvider clock)
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
            catch (Exception conflict) when (IsConflict(conflict) && attempt < MostAttempts)
            {
                // Somebody else was first: look again. A little patience keeps many writers of one subject apart.
                await Task.Delay(Random.Shared.Next(attempt * 3), ct);
            }
        }
    }

    private async Task<RecordingOutcome> SaveAsync(RecordEvents command, BatchDecision decision, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var streams = decision.Fresh.Select(draft => StreamKey.Of(command.Campaign, draft.Event.Subject)).Distinct(StringComparer.Ordinal).ToArray();
        var subjects = new TakeSubjects(streams);
        session.QueueOperation(subjects);
        foreach (var (identifier, subject) in decision.ReleasedIdentifiers)
        {
            session.QueueSqlCommand(
                $"delete from {TrackerSchema.Name}.identifiers where campaign = ? and scheme = ? and value = ? and subject = ?",
                command.Campaign, identifier.Scheme, identifier.Value, subject);
        }
        foreach (var (identifier, subject) in decision.ClaimedIdentifiers)
        {
            session.QueueSqlCommand(
                $"insert into {TrackerSchema.Name}.identifiers (campaign, scheme, value, subject) values (?, ?, ?, ?)",
                command.Campaign, identifier.Scheme, identifier.Value, subject);
        }
        if (command.Request is { } request)
        {
            session.QueueSqlCommand(
                $"insert into {TrackerSchema.Name}.idempotency (scope, key, body_hash, event_ids) values (?, ?, ?, ?)",
                request.Scope, request.Key, request.BodyHash, decision.Lines.Select(line => line.Id).ToArray());
        }

        Dictionary<Guid, IEvent> stored = [];
        foreach (var stream in decision.Fresh.GroupBy(draft => draft.Event.Subject, StringComparer.Ordinal))
        {
            var events = stream.Select(draft => ToStored(session, draft, command)).ToArray();
            session.Events.Append(StreamKey.Of(command.Campaign, stream.Key), decision.VersionOf(stream.Key) + events.Length, events);
            foreach (var e in events) stored.Add(e.Id, e);
        }
        await session.SaveChangesAsync(ct);
        if (stored.Count == 0) return decision.Repetition();

        var lines = decision.Lines.Select(line => stored.TryGetValue(line.Id, out var e)
            ? line with { Version = e.Version, Sequence = e.Sequence }
            : line).ToList();
        return new RecordingOutcome.Recorded(subjects.RecordedAt, lines.Max(line => line.Sequence), lines, decision.Fresh.Count);
    }

    private static IEvent ToStored(IDocumentSession session, Draft draft, RecordEvents command)
    {
        var e = session.Events.BuildEvent(draft.Event);
        e.Id = draft.Id;
        e.UserName = command.Recorder;
        e.CorrelationId = command.Correlation;
        if (draft.Index > 0) e.SetHeader("index", draft.Index);
        if (draft.Position != draft.Index) e.SetHeader("position", draft.Position);
        if (draft.Warnings.Count > 0) e.SetHeader("warnings", draft.Warnings);
        if (draft.Claim is { } claim) e.SetHeader("claim", claim);
        return e;
    }

    private static bool IsConflict(Exception e) => e switch
    {
        EventStreamUnexpectedMaxEventIdException or Marten.Exceptions.ExistingStreamIdCollisionException => true,
        MartenCommandException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected } => true,
        MartenCommandException { InnerException: PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } } => true,
        _ => false,
    };

    /// <summary>The calendar day on Kiritimati (UTC+14), where a day begins first.</summary>
    private DateOnly LatestDayOnEarth() => DateOnly.FromDateTime(clock.GetUtcNow().AddHours(14).DateTime);
}

/// <summary>The Wolverine handler of the door.</summary>
public static class RecordEventsHandler
{
    public static Task<RecordingOutcome> Handle(RecordEvents command, Recorder recorder, CancellationToken ct) => recorder.RecordAsync(command, ct);
}
