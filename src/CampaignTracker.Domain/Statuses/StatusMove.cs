using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>A fact that may move a status, and what it may have done: one list of effects, or one for each competing claim.</summary>
/// <param name="fact">The fact.</param>
/// <param name="options">Its effects, by claim where it is contested.</param>
/// <param name="settled">The reconciliation that chose the claim, if there is one.</param>
/// <param name="isConfirmed">Whether some recording of the fact is confirmed.</param>
internal sealed class StatusMove(Fact fact, Effect[][] options, Fact? settled, bool isConfirmed) : IEquatable<StatusMove>
{
    public Fact Fact { get; } = fact;

    /// <summary>The reconciliation that chose the claim; null where there is none.</summary>
    public Fact? Settled { get; } = settled;

    /// <summary>True where some recording of the fact is confirmed.</summary>
    public bool IsConfirmed { get; } = isConfirmed;

    public EdtfDate At { get; } = fact.Event.MovesAt();

    public Effect[][] Options { get; } = options;

    /// <summary>What it rests on: the fact, and the reconciliation of its claims.</summary>
    public IReadOnlyList<Fact> Evidence => Settled is null ? [Fact] : [Fact, Settled];

    /// <summary>True for the move of the same fact, read with the same reconciliation, and as surely recorded.</summary>
    public bool Equals(StatusMove? other) =>
        ReferenceEquals(this, other) || other is not null && IsOf(other.Fact, other.Settled, other.IsConfirmed);

    public override bool Equals(object? obj) => Equals(obj as StatusMove);

    public override int GetHashCode() => Fact.GetHashCode();

    private bool IsOf(Fact fact, Fact? settled, bool isConfirmed) =>
        ReferenceEquals(Fact, fact) && ReferenceEquals(Settled, settled) && IsConfirmed == isConfirmed;

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

    /// <summary>The moves of a history that may have come about by V, in the order of its facts.</summary>
    /// <param name="known">Moves of the same history, in order, gathered before: those of the same facts are given again.</param>
    public static List<StatusMove> Of(CampaignState state, SubjectHistory history, IReadOnlyList<StatusMove>? known = null) =>
        Of(history, null, state.MayMove, known ?? []);

    /// <summary>The same, of those alone that a demand hears.</summary>
    public static List<StatusMove> Of(CampaignState state, Criterion criterion) => Of(criterion.History, criterion, state.MayMove, []);

    /// <summary>The moves of a history, in the order of its facts.</summary>
    public static List<StatusMove> Of(SubjectHistory history) => Of(history, null, _ => true, []);

    private static List<StatusMove> Of(
        SubjectHistory history, Criterion? criterion, Func<Fact, bool> mayMove, IReadOnlyList<StatusMove> known)
    {
        var next = 0;
        var holding = history.IsContested ? Reconciliation.Holding(history) : null;
        List<StatusMove> moves = [];
        foreach (var fact in history.Facts)
        {
            if (!EventCatalogue.Of(fact.Event).MovesStatus || !mayMove(fact)) continue;
            var settled = holding?.GetValueOrDefault(fact.Id);
            while (next < known.Count && known[next].Fact.CompareTo(fact) < 0) next++;
            var move = next < known.Count && known[next].IsOf(fact, settled, history.IsConfirmed(fact))
                ? known[next]
                : Of(history, fact, settled, criterion);
            if (move is not null) moves.Add(move);
        }
        return moves;
    }

    /// <summary>
    /// The moves of a history that may be what a status rests on in the end, in the order of its facts: what came certainly before the last
    /// one that set it is left out. It would be overtaken in every reading, and so changes nothing of what the others lead to; a death
    /// alone stays.
    /// </summary>
    /// <param name="criterion">What a demand hears; null for all.</param>
    /// <param name="isSet">True for a move that has certainly set the status, and gives way to whatever comes later.</param>
    public static List<StatusMove> Last(
        CampaignState state, SubjectHistory history, Criterion? criterion, Func<StatusMove, bool> isSet)
    {
        var holding = history.IsContested ? Reconciliation.Holding(history) : null;
        List<StatusMove> moves = [];
        DateOnly? set = null;
        for (var i = history.Facts.Count - 1; i >= 0; i--)
        {
            var fact = history.Facts[i];
            if (!EventCatalogue.Of(fact.Event).MovesStatus || !state.MayMove(fact)) continue;
            // Whether a claim tells of a death is seen in its effects alone.
            if (fact.Event.MovesAt().Latest < set && fact.Event is not (DiedInCustody or StatusContested)) continue;
            if (Of(history, fact, holding?.GetValueOrDefault(fact.Id), criterion) is not { } move) continue;
            moves.Add(move);
            // From the end backwards the first one found began last.
            if (set is null && isSet(move)) set = move.At.Earliest;
        }
        moves.Reverse();
        return moves;
    }

    /// <summary>The move of a fact; null where it moves nothing.</summary>
    /// <param name="settled">The reconciliation of its claims.</param>
    /// <param name="criterion">What a demand hears; null for all.</param>
    private static StatusMove? Of(SubjectHistory history, Fact fact, Fact? settled, Criterion? criterion)
    {
        if (criterion?.Counts(fact) == false) return null;
        var options = fact.Event is StatusContested contested
            ? OptionsOf(contested, (settled?.Event as ClaimsReconciled)?.Chosen, criterion)
            : fact.Event.Effects().ToArray() is { Length: > 0 } effects ? [effects] : [];
        return options.Length == 0 ? null : new StatusMove(fact, options, settled, history.IsConfirmed(fact));
    }

    private static Effect[][] OptionsOf(StatusContested contested, string? chosen, Criterion? criterion)
    {
        var claims = contested.Claims.Any(claim => claim.Value == chosen)
            ? contested.Claims.Where(claim => claim.Value == chosen)
            : contested.Claims.Where(claim => criterion?.MayClaim(claim.By) != false);
        return [.. claims.Select(claim => claim.Effect()).OfType<Effect>().Distinct().Select(effect => new[] { effect })];
    }
}
