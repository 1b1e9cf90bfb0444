using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Tests.Replay;
using CampaignTracker.Edtf;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Conditionality;

/// <summary>The rule set leaves out, shares and keeps; what it says is what folding every reading of every fact on its own says.</summary>
public sealed class PlainRuleSetProperties
{
    [Fact]
    public void Every_gate_of_a_deal_is_judged_as_by_folding_every_reading() =>
        Gen.Select(RandomDeals.Logs, Gen.Int).Sample((log, seed) => IsJudgedPlainly(log, AnyDate(log, seed)), iter: 2_000);

    [Fact]
    public void Every_gate_of_a_long_history_is_judged_as_by_folding_every_reading() =>
        Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Int).Sample((history, seed) =>
            IsJudgedPlainly(RandomHistory.Of(history, 60, 90).Log, RandomHistory.AnyDate(new Random(seed))), iter: 500);

    private static EdtfDate? AnyDate(IReadOnlyList<RecordedEvent> log, int seed)
    {
        var at = new Random(seed).Next(2 * log.Count);
        return at < log.Count && log[at].Event.Occurred is var date && date.Earliest.Year < 2026 ? date : null;
    }

    private static void IsJudgedPlainly(IReadOnlyList<RecordedEvent> log, EdtfDate? asOf)
    {
        var state = CampaignState.Of(log, Viewpoints.Of(asOf));
        foreach (var agreement in state.Histories(SubjectKind.Agreement))
        {
            var judged = Rules.V1.Judge(state, agreement, Rules.Memo).Cast<Judgement>().ToList();
            foreach (var gate in judged)
            {
                if (gate.TooManyUnknowns || PlainRuleSet.Of(state, gate.Terms) is not { } plain) continue;
                var name = $"{gate.Milestone} {gate.Occurred} as of {asOf}";
                gate.Possible.ShouldBe(plain.Possible, customMessage: name);
                gate.Deciding.Select(move => move.Fact.Id).ShouldBe(plain.Deciding, ignoreOrder: true, name);
                gate.Annotations.Select(annotation => annotation.Text).ShouldBe(plain.Annotations, ignoreOrder: true, name);
            }
        }
    }
}
