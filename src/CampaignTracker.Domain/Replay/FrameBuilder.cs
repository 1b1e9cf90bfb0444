using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Replay;

/// <summary>
/// The statuses of a state that moves: from one frame to the next only those are looked at that the changed facts can touch.
/// </summary>
/// <param name="dependencies">Which subjects bear on which.</param>
internal sealed class FrameBuilder(SubjectDependencies dependencies, IRuleSet rules, Memo memo)
{
    private readonly Dictionary<string, List<StatusLine>> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> lastGates = new(StringComparer.Ordinal);

    /// <summary>What is otherwise in a state than in the one before.</summary>
    /// <param name="state">The state.</param>
    /// <param name="changed">The facts that read otherwise, as they were and as they are.</param>
    /// <param name="silent">The subjects on which something expected has failed to happen.</param>
    public List<FrameLine> Next(CampaignState state, IReadOnlyList<Fact> changed, IReadOnlyCollection<string> silent)
    {
        List<FrameLine> changes = [];
        foreach (var owner in OwnersOf(state, changed, silent).Order(StringComparer.Ordinal))
        {
            var before = lines.GetValueOrDefault(owner, []);
            var now = Lines(state, owner);
            Compare(before, now, changes);
            if (now.Count > 0) lines[owner] = now;
            else lines.Remove(owner);
        }
        return changes;
    }

    /// <summary>The subjects of which something may read otherwise.</summary>
    private HashSet<string> OwnersOf(CampaignState state, IReadOnlyList<Fact> changed, IReadOnlyCollection<string> silent)
    {
        var knowledge = state.Knowledge;
        if (changed.Any(fact => fact.Recorded.Event is SubjectMerged or Campaigns.CampaignOpened))
            return knowledge.Histories.Select(history => history.Name).Concat(lines.Keys).ToHashSet(StringComparer.Ordinal);
        // Whatever happened first to a subject that was defined later makes it be there.
        bool Appears(Fact fact) => knowledge.Canonical(fact.Event.Subject) is var subject
            && lines.ContainsKey(subject) != state.History(subject)?.Kind is not null;

        var owners = silent.Select(knowledge.Canonical).ToHashSet(StringComparer.Ordinal);
        List<string> bearing = [];
        foreach (var fact in changed)
        {
            var (subject, intoStatuses) = (fact.Event.Subject, InvalidationScope.IntoStatuses(fact));
            if (intoStatuses || Appears(fact)) bearing.Add(subject);
            if (!intoStatuses && InvalidationScope.IntoGates(fact))
                owners.UnionWith(dependencies.On(subject, knowledge).Where(name => HasGateAfter(name, fact.Event.MovesAt())));
            if (intoStatuses || InvalidationScope.IntoItsOwn(fact)) owners.Add(knowledge.Canonical(subject));
        }
        owners.UnionWith(dependencies.On(bearing, knowledge));
        return owners;
    }

    // A step counts at a gate that it may lie before, and not for what came of one.
    private bool HasGateAfter(string agreement, EdtfDate step) => lastGates.TryGetValue(agreement, out var last) && step.Earliest < last;

    private static void Compare(List<StatusLine> before, List<StatusLine> now, List<FrameLine> changes)
    {
        // Nearly always the same questions in the same order.
        var same = 0;
        while (same < before.Count && same < now.Count
            && (ReferenceEquals(before[same], now[same]) || before[same].Key == now[same].Key))
        {
            if (!ReferenceEquals(before[same], now[same]) && !Difference.Same(before[same], now[same]))
                changes.Add(Told(now[same].Key, now[same].Answer));
            same++;
        }
        if (same == before.Count && same == now.Count) return;
        var were = before.Skip(same).ToDictionary(line => line.Key);
        foreach (var line in now.Skip(same))
        {
            if (!were.Remove(line.Key, out var was) || !Difference.Same(was, line)) changes.Add(Told(line.Key, line.Answer));
        }
        changes.AddRange(were.Keys.Select(key => Told(key, null)));
    }

    private static FrameLine Told(StatusKey key, StatusAnswer? says) => new(key.What, key.Subject, key.Event, says);

    private List<StatusLine> Lines(CampaignState state, string owner)
    {
        if (state.History(owner) is not { Kind: not null } history || history.Name != owner) return [];
        if (history.Kind != SubjectKind.Agreement) return StatusSheet.Of(state, history, rules, memo);
        var gates = rules.Judge(state, history, memo);
        lastGates[owner] = gates.Count == 0 ? DateOnly.MinValue : gates.Max(gate => gate.Occurred.Latest);
        return StatusSheet.Of(state, history, gates, rules, memo);
    }
}
