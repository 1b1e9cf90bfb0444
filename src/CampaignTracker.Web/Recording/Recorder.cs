using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Web.Storage;
using Npgsql;

namespace CampaignTracker.Web.Recording;

/// <summary>
/// Remembers or loads what a batch needs, lets every event check itself, and appends in one transaction: all or nothing.
/// Two recorders on one subject are no concern of theirs: the batch is decided anew and silently, unless it names the version it had seen.
/// </summary>
public sealed class Recorder(NpgsqlDataSource database, CampaignCache cache, RuleSetList rules, AppendSignal signal, TimeProvider clock)
{
    private const int MaxAttempts = 40;

    /// <summary>Records a batch.</summary>
    /// <returns>What was recorded, or every reason why nothing was.</returns>
    /// <exception cref="LostRaceException">Others were always first; nothing was stored.</exception>
    public async Task<RecordingOutcome> RecordAsync(RecordEvents command, CancellationToken ct)
    {
        try
        {
            var wanted = new Wanted(command);
            if (Recall(command, wanted) is { } recalled && Decide(command, recalled) is { Outcome: null } decision
                && await SaveAsync(command, decision, ct) is { } recorded) return recorded;
            return await LoadAndRecordAsync(command, wanted, ct);
        }
        catch (NpgsqlException e) when (e is not PostgresException)
        {
            cache.Clear();
            throw;
        }
    }

    /// <summary>Decides on a batch while another is being stored, as if that were on record already.</summary>
    /// <returns>Null where that cannot be foreseen: the batch then waits for the other.</returns>
    internal async Task<BatchDecision?> ForeseeAsync(RecordEvents command, BatchDecision before, CancellationToken ct)
    {
        var wanted = new Wanted(command);
        if (before.Fresh.Exists(draft => wanted.Given.Contains(draft.Id) || draft.Recorded.Event is CampaignClosed)) return null;
        var known = await LoadAsync(command, wanted, ct);
        known = before.Campaign == command.Campaign ? known.After(before, wanted) : known with { FromMemory = true };
        if (wanted.AddMore(known)) return null;
        return Decide(command, known) is { Outcome: null } decision ? decision : null;
    }

    /// <summary>Begins to record a batch.</summary>
    /// <param name="foreseen">What was decided on it before; null where nothing was.</param>
    /// <returns>The decision that is being stored, if there is one, and what will have become of the batch.</returns>
    internal async Task<(BatchDecision? Decision, Task<RecordingOutcome> Outcome)> BeginAsync(RecordEvents command, BatchDecision? foreseen,
        CancellationToken ct)
    {
        var decision = foreseen ?? Decide(command, await LoadAsync(command, new Wanted(command), ct));
        return decision.Outcome is { } outcome ? (null, Task.FromResult(outcome)) : (decision, FinishAsync());

        async Task<RecordingOutcome> FinishAsync() => await SaveAsync(command, decision, ct) ?? await RecordAsync(command, ct);
    }

    /// <summary>Reads and checks a batch as if it were to be recorded, and stores nothing.</summary>
    /// <param name="sequence">The sequence up to which knowledge counts.</param>
    /// <returns>The events as they would be recorded after that sequence, or every reason why they would be refused.</returns>
    internal async Task<Trial> TryAsync(RecordEvents command, long sequence, CancellationToken ct)
    {
        var known = (await LoadAsync(command, new Wanted(command), ct)).UpTo(sequence);
        var decision = Decide(command, known);
        if (decision.Outcome is RecordingOutcome.Refused refused) return new Trial(refused, [], []);
        return new Trial(null, decision.Lines,
            [.. decision.Fresh.Select((draft, i) => draft.Recorded with { Sequence = sequence + 1 + i, RecordedAt = clock.GetUtcNow() })]);
    }

    /// <summary>As <see cref="TryAsync"/>, with all that is on record.</summary>
    internal Task<Trial> CheckAsync(RecordEvents command, CancellationToken ct) => TryAsync(command, long.MaxValue / 2, ct);

    private async Task<RecordingOutcome> LoadAndRecordAsync(RecordEvents command, Wanted wanted, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var decision = Decide(command, await LoadAsync(command, wanted, ct));
            if (decision.Outcome is { } outcome) return outcome;
            wanted.Identifiers.UnionWith(decision.Identifiers.Claimed.Select(claim => claim.Identifier));
            if (await SaveAsync(command, decision, ct) is { } recorded) return recorded;

            // Somebody else was first: look again. A little patience keeps many writers of one subject apart.
            await Task.Delay(Random.Shared.Next(attempt * 3), ct);
        }
        throw new LostRaceException();
    }

    private BatchDecision Decide(RecordEvents command, Surroundings known) =>
        BatchDecision.Decide(command, known, clock.Today(), rules);

    private Surroundings? Recall(RecordEvents command, Wanted wanted)
    {
        var known = Surroundings.Recall(cache, command, wanted);
        while (known is not null && wanted.AddMore(known)) known = Surroundings.Recall(cache, command, wanted);
        return known;
    }

    private async Task<Surroundings> LoadAsync(RecordEvents command, Wanted wanted, CancellationToken ct)
    {
        var known = await Surroundings.LoadAsync(database, command, wanted, ct);
        while (wanted.AddMore(known)) known = await Surroundings.LoadAsync(database, command, wanted, ct);
        return known;
    }

    /// <returns>What was recorded; null when somebody else was first and nothing was stored.</returns>
    private async Task<RecordingOutcome?> SaveAsync(RecordEvents command, BatchDecision decision, CancellationToken ct)
    {
        try
        {
            if (await Appending.SendAsync(database, command, decision, ct) is not var (at, sequences)) return null;
            if (sequences.Length == 0) return decision.Repetition();
            signal.Raise();
            if (!decision.Known.Foreseen) decision.Known.Keep(cache, command.Campaign, decision.SubjectsStored(at, sequences));
            return decision.Stored(at, sequences);
        }
        catch (PostgresException conflict) when (Appending.IsConflict(conflict))
        {
            return null;
        }
    }
}

/// <summary>Other recorders were first, again and again; nothing was stored, and the next attempt may win.</summary>
public sealed class LostRaceException() : Exception("Others recorded on the same subjects again and again.");

/// <summary>The Wolverine handler of the door.</summary>
public static class RecordEventsHandler
{
    public static Task<RecordingOutcome> Handle(RecordEvents command, Recorder recorder, CancellationToken ct) =>
        recorder.RecordAsync(command, ct);
}

/// <summary>What would become of a batch.</summary>
/// <param name="Refused">Why it would be refused; null where it would be recorded.</param>
/// <param name="Lines">Each event with its warnings.</param>
/// <param name="Events">The events that are not on record yet.</param>
internal sealed record Trial(RecordingOutcome.Refused? Refused, IReadOnlyList<RecordedLine> Lines, IReadOnlyList<RecordedEvent> Events);
