using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Replay;

/// <summary>What each claim of a disagreement would change: it is tried, and nothing is recorded.</summary>
internal static class ClaimImpact
{
    /// <summary>By the contested event and the claim's value, what would change if it were chosen; only what touches a status.</summary>
    public static IReadOnlyDictionary<(Guid Contested, string Claim), IReadOnlyList<StatusChange>> Of(
        CampaignState state, IReadOnlyList<Disagreement> matters, IRuleSet rules, Memo memo)
    {
        var dependencies = new SubjectDependencies(state.Knowledge.Facts.Select(fact => fact.Recorded));
        var lines = new Dictionary<string, Dictionary<StatusKey, StatusLine>>(StringComparer.Ordinal);
        var impact = new Dictionary<(Guid, string), IReadOnlyList<StatusChange>>();
        foreach (var matter in matters.Where(matter => matter.Touches is not null))
        {
            foreach (var claim in matter.Claims.Where(claim => claim.Value != matter.Settled?.Chosen))
                impact[(matter.Fact.Id, claim.Value)] = On(matter.Fact, claim.Value);
        }
        return impact;

        List<StatusChange> On(Fact contested, string claim)
        {
            var settled = Settled(state, contested, claim);
            var trial = memo.Fork();
            return
            [
                .. dependencies.On([contested.Event.Subject], settled.Knowledge).Order(StringComparer.Ordinal)
                    .SelectMany(subject => StatusChange.Between(LinesOf(subject), Lines(settled, subject, trial), settled.TitleOf(subject)))
                    .Where(change => change.What != StatusKind.Contested),
            ];
        }

        Dictionary<StatusKey, StatusLine> LinesOf(string subject) =>
            lines.TryGetValue(subject, out var known) ? known : lines[subject] = Lines(state, subject, memo);

        Dictionary<StatusKey, StatusLine> Lines(CampaignState seen, string subject, Memo kept) =>
            seen.History(subject) is { } history ? StatusSheet.Of(seen, history, rules, kept).ToDictionary(line => line.Key) : [];
    }

    private static CampaignState Settled(CampaignState state, Fact contested, string claim)
    {
        var reconciled = new ClaimsReconciled(contested.Id, claim, "")
        {
            Campaign = contested.Event.Campaign,
            Subject = contested.Recorded.Event.Subject,
            Occurred = contested.Event.Occurred,
        };
        var recorded = new RecordedEvent(Guid.AllBitsSet, long.MaxValue, 0, contested.Recorded.RecordedAt, "", 0, reconciled);
        var knowledge = state.Knowledge.Revised([new Fact(recorded, reconciled, [], Retracted: false)], []);
        return state.Revised(knowledge, state.Viewpoint, [contested.Event.Subject], state.Cut);
    }
}
