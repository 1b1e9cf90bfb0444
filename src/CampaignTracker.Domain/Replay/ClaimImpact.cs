using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Replay;

/// <summary>What hangs on a disagreement: each claim is tried, and nothing is recorded. What a claim does not touch is not worked out for it.</summary>
internal sealed class ClaimImpact(CampaignState state)
{
    private readonly Lazy<SubjectDependencies> bearings = new(() => new SubjectDependencies(state.Knowledge.Facts.Select(fact => fact.Recorded)));
    private readonly Dictionary<string, Dictionary<StatusKey, StatusLine>> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<GateJudgement, List<StatusLine>> gates = [];

    /// <summary>The claims of a disagreement, each with what would change if it were chosen.</summary>
    public IReadOnlyList<ShownClaim> Of(ContestedMatter matter) =>
        [.. matter.Claims.Select(claim => matter.Touches is null || claim.Chosen ? claim : claim with { Hangs = On(matter, claim.Value) })];

    private List<StatusChange> On(ContestedMatter matter, string claim)
    {
        var contested = state.Knowledge.Fact(matter.Event)!;
        var reconciled = new ClaimsReconciled(matter.Event, claim, "") { Campaign = contested.Event.Campaign, Subject = contested.Recorded.Event.Subject, Occurred = contested.Event.Occurred };
        var recorded = new RecordedEvent(Guid.AllBitsSet, long.MaxValue, 0, contested.Recorded.RecordedAt, "", 0, reconciled);
        var knowledge = state.Knowledge.Revised([new Fact(recorded, reconciled, [], Retracted: false)], []);
        var settled = state.Redrawn(knowledge, state.Viewpoint, [matter.Subject]);
        return [.. bearings.Value.On([matter.Subject], knowledge).Order(StringComparer.Ordinal)
            .SelectMany(subject => StatusChange.Between(LinesOf(subject), Lines(settled, subject), settled.TitleOf(subject))).Where(change => change.What != StatusKind.Contested)];
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
