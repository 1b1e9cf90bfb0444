using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Corrections;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Replay;

/// <summary>The statuses of a picture that moves: from one frame to the next only those are looked at that the changed facts can touch.</summary>
/// <param name="bearings">Which subjects bear on which.</param>
internal sealed class Film(Bearings bearings)
{
    private readonly Dictionary<string, Dictionary<StatusKey, StatusLine>> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<Guid, GateCase>> cases = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, (GateCase Case, List<StatusLine> Lines)> gates = [];

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
            var before = lines.GetValueOrDefault(owner);
            var now = Lines(picture, owner);
            if (before is not null && ReferenceEquals(now, before)) continue;
            changes.AddRange(now.Values.Where(line => !Difference.Same(before?.GetValueOrDefault(line.Key), line)).Select(line => Told(line.Key, line.Says)));
            if (before is not null) changes.AddRange(before.Keys.Where(key => !now.ContainsKey(key)).Select(key => Told(key, null)));
            if (now.Count > 0) lines[owner] = now;
            else lines.Remove(owner);
        }
        return changes;
    }

    private static FrameLine Told(StatusKey key, IReadOnlyList<string>? says) => new(key.What, key.Subject, key.Event, says);

    private Dictionary<StatusKey, StatusLine> Lines(Picture picture, string owner)
    {
        if (picture.Story(owner) is not { Kind: not null } story || story.Name != owner) return [];
        if (story.Kind != SubjectKind.Agreement) return StatusSheet.Of(picture, story).ToDictionary(line => line.Key);
        var judged = RuleSet1.CasesOf(picture, story, cases.GetValueOrDefault(owner));
        cases[owner] = judged.ToDictionary(gate => gate.Gate.Id);
        return StatusSheet.Of(picture, story, judged, OfGate).ToDictionary(line => line.Key);
    }

    private List<StatusLine> OfGate(GateCase judged)
    {
        if (gates.TryGetValue(judged.Gate.Id, out var known) && ReferenceEquals(known.Case, judged)) return known.Lines;
        List<StatusLine> told = [.. StatusSheet.OfGate(judged)];
        gates[judged.Gate.Id] = (judged, told);
        return told;
    }
}
