using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Corrections;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Replay;

/// <summary>The statuses of a picture that moves: from one frame to the next only those are looked at that the changed facts can touch.</summary>
/// <param name="bearings">Which subjects bear on which.</param>
internal sealed class Film(Bearings bearings)
{
    private readonly Dictionary<string, Dictionary<StatusKey, StatusLine>> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GateCase>> cases = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, (GateCase Case, List<StatusLine> Lines)> gates = [];
    private readonly Dictionary<string, (SubjectStory Story, List<Move> Moves)> moves = new(StringComparer.Ordinal);

    /// <summary>What is otherwise in a picture than in the one before.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="changed">The facts that read otherwise, as they were and as they are.</param>
    /// <param name="touched">The subjects that may read otherwise besides.</param>
    public List<FrameLine> Next(Picture picture, IReadOnlyList<Fact> changed, IEnumerable<string> touched)
    {
        var all = changed.Any(fact => fact.Recorded.Event is SubjectMerged or Campaigns.CampaignOpened);
        var own = changed.Select(fact => fact.Event.Subject).Concat(touched).Select(picture.Knowledge.Canonical).ToHashSet(StringComparer.Ordinal);
        var owners = all
            ? picture.Knowledge.Stories.Select(story => story.Name).Concat(lines.Keys).ToHashSet(StringComparer.Ordinal)
            : bearings.On(own, picture.Knowledge);
        List<FrameLine> changes = [];
        foreach (var owner in owners.Order(StringComparer.Ordinal))
        {
            var now = Lines(picture, owner, anew: all || own.Contains(owner), changed, own);
            var before = lines.GetValueOrDefault(owner);
            changes.AddRange(now.Values.Where(line => !Difference.Same(before?.GetValueOrDefault(line.Key), line)).Select(line => Told(line.Key, line.Says)));
            if (before is not null) changes.AddRange(before.Keys.Where(key => !now.ContainsKey(key)).Select(key => Told(key, null)));
            if (now.Count > 0) lines[owner] = now;
            else lines.Remove(owner);
        }
        return changes;
    }

    private static FrameLine Told(StatusKey key, IReadOnlyList<string>? says) => new(key.What, key.Subject, key.Event, says);

    private Dictionary<StatusKey, StatusLine> Lines(Picture picture, string owner, bool anew, IReadOnlyList<Fact> changed, HashSet<string> movers)
    {
        if (picture.Story(owner) is not { Kind: not null } story || story.Name != owner) return [];
        if (story.Kind != SubjectKind.Agreement) return StatusSheet.Of(picture, story).ToDictionary(line => line.Key);
        var judged = anew || !cases.TryGetValue(owner, out var before)
            ? RuleSet1.CasesAnew(picture, story, MovesOf)
            : RuleSet1.CasesOf(picture, story, before, gate => changed.Any(fact => MayTouch(fact, gate)), MovesOf);
        cases[owner] = judged;
        return StatusSheet.Of(picture, story, judged, OfGate).ToDictionary(line => line.Key);

        // A story that was not touched is the same object as before, and so are its moves. In one that was, a move of an unchanged fact stays the
        // same object too: gates that are judged anew and gates that are not must mean the same matter by it.
        List<Move> MovesOf(SubjectStory mover)
        {
            var isKnown = moves.TryGetValue(mover.Name, out var known);
            if (isKnown && ReferenceEquals(known.Story, mover) && !movers.Contains(mover.Name)) return known.Moves;
            var fresh = Move.Of(picture, mover);
            if (isKnown)
            {
                var earlier = known.Moves.ToDictionary(move => move.Fact.Id);
                fresh = fresh.ConvertAll(move => earlier.TryGetValue(move.Fact.Id, out var same) && IsSame(same, move) ? same : move);
            }
            moves[mover.Name] = (mover, fresh);
            return fresh;
        }
    }

    private static bool IsSame(Move one, Move other) => one.Evidence.Count == other.Evidence.Count && one.Evidence.Zip(other.Evidence).All(pair => ReferenceEquals(pair.First, pair.Second));

    private List<StatusLine> OfGate(GateCase judged)
    {
        if (gates.TryGetValue(judged.Gate.Id, out var known) && ReferenceEquals(known.Case, judged)) return known.Lines;
        List<StatusLine> told = [.. StatusSheet.OfGate(judged)];
        gates[judged.Gate.Id] = (judged, told);
        return told;
    }

    // An opening says what a demand follows from, and a reconciliation what was so long before: both bear on every gate.
    private static bool MayTouch(Fact fact, GateCase gate)
    {
        if (fact.Event is EventCorrected or EventRetracted) return false;
        if (fact.IsKnowledge || EventCatalogue.Of(fact.Event).Opens is not null) return true;
        var until = gate.Next?.Point;
        return until is null
            || until.Value.Place(fact.Event.MovesAt()) != Placing.NotBefore || until.Value.Place(fact.Event.Occurred) != Placing.NotBefore
            || gate.Gate.Point.Place(fact.Event.MovesAt()) != Placing.NotBefore || gate.Gate.Point.Place(fact.Event.Occurred) != Placing.NotBefore;
    }
}
