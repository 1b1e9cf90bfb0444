using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>A fact that may move a status, and what it may have done: one list of effects, or one for each of the claims that compete.</summary>
/// <param name="fact">The fact.</param>
/// <param name="options">Its effects, by claim where it is contested.</param>
/// <param name="settled">The reconciliation that chose the claim, if there is one.</param>
internal sealed class StatusMove(Fact fact, Effect[][] options, Fact? settled = null)
{
    public Fact Fact { get; } = fact;

    /// <summary>The reconciliation that chose the claim; null where there is none.</summary>
    public Fact? Settled { get; } = settled;

    public EdtfDate At { get; } = fact.Event.MovesAt();

    public Effect[][] Options { get; } = options;

    /// <summary>What it rests on: the fact, and the reconciliation of its claims.</summary>
    public IReadOnlyList<Fact> Evidence { get; } = settled is null ? [fact] : [fact, settled];

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
    public static List<StatusMove> Of(CampaignState state, SubjectHistory history) => Of(history, state.MayMove, state.Recall.MoveOf);

    /// <summary>The moves of a history, in the order of its facts.</summary>
    public static List<StatusMove> Of(SubjectHistory history) => Of(history, _ => true, Of);

    private static List<StatusMove> Of(SubjectHistory history, Func<Fact, bool> mayMove, Func<Fact, Fact?, StatusMove?> moveOf)
    {
        var holding = history.IsContested ? Reconciliation.Holding(history) : [];
        List<StatusMove> moves = [];
        foreach (var fact in history.Facts)
        {
            if (Recall.Moves(fact.Event) && mayMove(fact) && moveOf(fact, holding.GetValueOrDefault(fact.Id)) is { } move) moves.Add(move);
        }
        return moves;
    }

    /// <summary>
    /// The moves of a history with one more fact: those before, where it moves nothing. Null where they have to be gathered anew, since it may repeat another or
    /// change how one reads.
    /// </summary>
    /// <param name="moves">The moves without it.</param>
    /// <param name="history">The history with it.</param>
    public static List<StatusMove>? With(List<StatusMove> moves, CampaignState state, SubjectHistory history, Fact fact)
    {
        if (fact.Event is StatusContested or ClaimsReconciled) return null;
        if (!Recall.Moves(fact.Event) || !state.MayMove(fact)) return moves;
        if (history.SameDates(fact) > 1) return null;
        if (state.Recall.MoveOf(fact, null) is not { } move) return moves;
        var at = moves.FindIndex(other => other.Fact.CompareTo(fact) > 0);
        return at < 0 ? [.. moves, move] : [.. moves[..at], move, .. moves[at..]];
    }

    /// <summary>The move of a fact; null where it moves nothing.</summary>
    /// <param name="settled">The reconciliation of its claims.</param>
    public static StatusMove? Of(Fact fact, Fact? settled)
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
