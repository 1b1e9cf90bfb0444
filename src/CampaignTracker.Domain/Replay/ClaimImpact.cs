using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Replay;

/// <summary>What each claim of a disagreement would change: it is tried, and nothing is recorded.</summary>
internal static class ClaimImpact
{
    /// <summary>The disagreements, each claim with what would change if it were chosen.</summary>
    public static IEnumerable<ContestedMatter> Of(CampaignState state, IReadOnlyList<ContestedMatter> matters, IRuleSet rules, Memo memo)
    {
        var dependencies = new SubjectDependencies(state.Knowledge.Facts.Select(fact => fact.Recorded));
        var lines = new Dictionary<string, Dictionary<StatusKey, StatusLine>>(StringComparer.Ordinal);
        return matters.Select(matter => matter with
        {
            Claims = [.. matter.Claims.Select(claim => matter.Touches is null || claim.Chosen ? claim : claim with { Hangs = On(matter, claim.Value) })],
        });

        List<StatusChange> On(ContestedMatter matter, string claim)
        {
            var settled = Settled(state, matter, claim);
            var trial = memo.Fork();
            return
            [
                .. dependencies.On([matter.Subject], settled.Knowledge).Order(StringComparer.Ordinal)
                    .SelectMany(subject => StatusChange.Between(LinesOf(subject), Lines(settled, subject, trial), settled.TitleOf(subject)))
                    .Where(change => change.What != StatusKind.Contested),
            ];
        }

        Dictionary<StatusKey, StatusLine> LinesOf(string subject) =>
            lines.TryGetValue(subject, out var known) ? known : lines[subject] = Lines(state, subject, memo);

        Dictionary<StatusKey, StatusLine> Lines(CampaignState seen, string subject, Memo kept) =>
            seen.History(subject) is { } history ? StatusSheet.Of(seen, history, rules, kept).ToDictionary(line => line.Key) : [];
    }

    private static CampaignState Settled(CampaignState state, ContestedMatter matter, string claim)
    {
        var contested = state.Knowledge.Fact(matter.Event)!;
        var reconciled = new ClaimsReconciled(matter.Event, claim, "")
        {
            Campaign = contested.Event.Campaign,
            Subject = contested.Recorded.Event.Subject,
            Occurred = contested.Event.Occurred,
        };
        var recorded = new RecordedEvent(Guid.AllBitsSet, long.MaxValue, 0, contested.Recorded.RecordedAt, "", 0, reconciled);
        var knowledge = state.Knowledge.Revised([new Fact(recorded, reconciled, [], Retracted: false)], []);
        return state.Revised(knowledge, state.Viewpoint, [matter.Subject], state.Cut);
    }
}
