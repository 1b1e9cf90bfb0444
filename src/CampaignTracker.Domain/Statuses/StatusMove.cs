using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>A fact that may move a status, and what it may have done: one list of effects, or one for each of the claims that compete.</summary>
/// <param name="fact">The fact.</param>
/// <param name="options">Its effects, by claim where it is contested.</param>
/// <param name="settled">The reconciliation that chose the claim, if there is one.</param>
internal sealed class StatusMove(Fact fact, Effect[][] options, Fact? settled) : IEquatable<StatusMove>
{
    public Fact Fact { get; } = fact;

    /// <summary>The reconciliation that chose the claim; null where there is none.</summary>
    public Fact? Settled { get; } = settled;

    public EdtfDate At { get; } = fact.Event.MovesAt();

    public Effect[][] Options { get; } = options;

    /// <summary>What it rests on: the fact, and the reconciliation of its claims.</summary>
    public IReadOnlyList<Fact> Evidence { get; } = settled is null ? [fact] : [fact, settled];

    /// <summary>True for the move of the same fact, read with the same reconciliation.</summary>
    public bool Equals(StatusMove? other) =>
        ReferenceEquals(this, other) || other is not null && ReferenceEquals(Fact, other.Fact) && ReferenceEquals(Settled, other.Settled);

    public override bool Equals(object? obj) => Equals(obj as StatusMove);

    public override int GetHashCode() => Fact.GetHashCode();

    public bool Has(Func<Effect, bool> which)
    {
        foreach (var option in Options)
        {
            foreach (var effect in option)
            {
                if (which(effect)) return true;
            }
        }
        return false;
    }

    /// <summary>The moves of a history that may have come about by V, in the order of its facts. The same fact recorded twice counts once.</summary>
    public static List<StatusMove> Of(CampaignState state, SubjectHistory history)
    {
        List<StatusMove> moves = [];
        List<Fact> moving = new(history.Recordings.Count);
        for (var i = 0; i < history.Recordings.Count; i++)
        {
            if (history.Recordings[i] is var fact && EventCatalogue.Of(fact.Event).MovesStatus && state.MayMove(fact)) moving.Add(fact);
        }
        for (int i = 0, end; i < moving.Count; i = end)
        {
            // Twins have the same dates, and so stand together.
            for (end = i + 1; end < moving.Count && moving[end].Event.MovesAt().CompareTo(moving[i].Event.MovesAt()) == 0;) end++;
            if (end == i + 1) Add([moving[i]]);
            else foreach (var twins in DuplicateFacts.Of(moving.GetRange(i, end - i)).OrderBy(twins => twins[0])) Add(twins);
        }
        return moves;

        void Add(IReadOnlyList<Fact> twins)
        {
            if (Of(twins[0], Reconciliation(twins)) is { } move) moves.Add(move);
        }

        // Of several the one recorded last.
        Fact? Reconciliation(IReadOnlyList<Fact> twins) => twins[0].Event is not StatusContested ? null : history.Facts
            .Where(fact => fact.Event is ClaimsReconciled reconciled && twins.Any(twin => twin.Id == reconciled.Contested))
            .MaxBy(fact => fact.Recorded.Sequence);
    }

    /// <summary>The move of a fact; null where it moves nothing.</summary>
    /// <param name="settled">The reconciliation of its claims.</param>
    private static StatusMove? Of(Fact fact, Fact? settled)
    {
        var options = fact.Event is StatusContested contested
            ? OptionsOf(contested, (settled?.Event as ClaimsReconciled)?.Chosen)
            : fact.Event.Effects().ToArray() is { Length: > 0 } effects ? [effects] : [];
        return options.Length == 0 ? null : new StatusMove(fact, options, settled);
    }

    private static Effect[][] OptionsOf(StatusContested contested, string? chosen)
    {
        var claims = contested.Claims.Any(claim => claim.Value == chosen) ? contested.Claims.Where(claim => claim.Value == chosen) : contested.Claims;
        return [.. claims.Select(claim => claim.Effect()).OfType<Effect>().Distinct().Select(effect => new[] { effect })];
    }
}
