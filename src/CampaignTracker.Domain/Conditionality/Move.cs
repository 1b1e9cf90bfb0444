using CampaignTracker.Domain.Corrections;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;

namespace CampaignTracker.Domain.Conditionality;

/// <summary>A fact that may move a status, and what it may have done: one list of effects, or one for each of the claims that compete.</summary>
/// <param name="fact">The fact.</param>
/// <param name="options">Its effects, by claim where it is contested.</param>
/// <param name="settled">The reconciliation that chose the claim, if there is one.</param>
internal sealed class Move(Fact fact, IReadOnlyList<IReadOnlyList<Effect>> options, Fact? settled = null)
{
    public Fact Fact { get; } = fact;

    public FuzzyDate At { get; } = fact.Event.MovesAt();

    public IReadOnlyList<IReadOnlyList<Effect>> Options { get; } = options;

    /// <summary>What it rests on: the fact, and the reconciliation of its claims.</summary>
    public IReadOnlyList<Fact> Evidence { get; } = settled is null ? [fact] : [fact, settled];

    public bool Has(Func<Effect, bool> which) => Options.Any(option => option.Any(which));

    /// <summary>The moves of a story that may have come about by V, in the order of its facts. The same fact recorded twice counts once.</summary>
    public static List<Move> Of(Picture picture, SubjectStory story)
    {
        List<Move> moves = [];
        var settlements = story.Facts.Where(fact => fact.Event is ClaimsReconciled).ToLookup(fact => ((ClaimsReconciled)fact.Event).Contested);
        foreach (var twins in Twins.Of(story.Facts.Where(fact => picture.MayMove(fact))))
        {
            var fact = twins[0];
            if (fact.Event is StatusContested contested)
            {
                var settled = twins.SelectMany(twin => settlements[twin.Id]).MaxBy(settlement => settlement.Recorded.Sequence);
                var options = OptionsOf(contested, (settled?.Event as ClaimsReconciled)?.Chosen);
                if (options.Count > 0) moves.Add(new Move(fact, options, settled));
            }
            else if (fact.Event.Effects().ToList() is { Count: > 0 } effects)
                moves.Add(new Move(fact, [effects]));
        }
        moves.Sort((one, other) => one.Fact.CompareTo(other.Fact));
        return moves;
    }

    private static List<IReadOnlyList<Effect>> OptionsOf(StatusContested contested, string? chosen)
    {
        var claims = contested.Claims.Any(claim => claim.Value == chosen) ? contested.Claims.Where(claim => claim.Value == chosen) : contested.Claims;
        return [.. claims.Select(claim => claim.Effect()).OfType<Effect>().Distinct().Select(effect => new[] { effect })];
    }
}
