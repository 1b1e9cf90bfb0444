using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Replay;

/// <summary>What hangs on a disagreement: each claim is tried, and nothing is recorded. What a claim does not touch is not worked out for it.</summary>
internal sealed class ClaimImpact(CampaignState state)
{
    private readonly Lazy<SubjectDependencies> bearings = new(() => new SubjectDependencies(state.Knowledge.Facts.Select(fact => fact.Recorded)));
    private readonly Dictionary<string, Dictionary<StatusKey, StatusLine>> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<GateJudgement, List<StatusLine>> gates = [];

    /// <summary>What would change if a claim of a disagreement were chosen.</summary>
    public IReadOnlyList<StatusChange> Of(Disagreement matter, Claim claim)
    {
        var (contested, subject) = (matter.Fact, matter.Fact.Event.Subject);
        var reconciled = new ClaimsReconciled(contested.Id, claim.Value, "")
        {
            Campaign = contested.Event.Campaign, Subject = contested.Recorded.Event.Subject, Occurred = contested.Event.Occurred,
        };
        var recorded = new RecordedEvent(Guid.AllBitsSet, long.MaxValue, 0, contested.Recorded.RecordedAt, "", 0, reconciled);
        var knowledge = state.Knowledge.Revised([new Fact(recorded, reconciled, [], Retracted: false)], []);
        var settled = state.Redrawn(knowledge, state.Viewpoint, [subject]);
        return [.. bearings.Value.On([subject], knowledge).Order(StringComparer.Ordinal)
            .SelectMany(name => StatusChange.Between(LinesOf(name), Lines(settled, name), settled.TitleOf(name))).Where(change => change.What != StatusKind.Contested)];
    }

    private Dictionary<StatusKey, StatusLine> LinesOf(string subject) =>
        lines.TryGetValue(subject, out var known) ? known : lines[subject] = Lines(state, subject);

    private Dictionary<StatusKey, StatusLine> Lines(CampaignState seen, string subject)
    {
        if (seen.History(subject) is not { } history) return [];
        if (history.Kind != SubjectKind.Agreement || state.History(subject) is not { Kind: SubjectKind.Agreement } agreement) return StatusSheet.Of(seen, history).ToDictionary(line => line.Key);
        var judged = RuleSet1.CasesOf(seen, history, RuleSet1.CasesOf(state, agreement).ToDictionary(gate => gate.Gate.Id));
        return StatusSheet.Of(seen, history, judged, LinesOf).ToDictionary(line => line.Key);
    }

    private List<StatusLine> LinesOf(GateJudgement gate) => gates.TryGetValue(gate, out var known) ? known : gates[gate] = [.. StatusSheet.OfGate(gate)];
}
