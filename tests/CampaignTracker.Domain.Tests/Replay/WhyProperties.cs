using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Replay;

public class WhyProperties
{
    [Fact]
    public void Every_verdict_names_the_events_whose_removal_flips_it() => Gen.Select(RandomHistory.Any, Gen.Int).Sample((history, seed) =>
    {
        var random = new Random(seed);
        var state = CampaignState.Of(history.Log, Viewpoints.Of(RandomHistory.AnyDate(random)));
        var gates = ConditionalityLedger.Of(state, Rules.V1, Rules.Memo).Agreements.SelectMany(agreement => agreement.Gates).Where(gate => gate.Verdict != Verdict.Indeterminate).ToList();
        if (gates.Count == 0) return;
        var gate = gates[random.Next(gates.Count)];
        var named = Why.OfGate(state, gate.Event, Rules.V1, Rules.Memo)!.Chain.Where(link => link.Flips).Select(link => link.Event.Event).ToHashSet();
        for (var i = 0; i < 10; i++)
        {
            var without = history.Log[random.Next(1, history.Log.Count)];
            var then = CampaignState.Of(history.Log.Where(e => e.Id != without.Id), state.Viewpoint);
            var verdict = ConditionalityLedger.Of(then, Rules.V1, Rules.Memo).Agreements.SelectMany(agreement => agreement.Gates).FirstOrDefault(other => other.Event == gate.Event)?.Verdict;
            (verdict != gate.Verdict).ShouldBe(named.Contains(without.Id), $"{without.Event}");
        }
    }, iter: 100);

    [Fact]
    public void The_history_of_an_answer_is_what_was_answered_at_each_sequence() => Gen.Select(RandomHistory.Any, Gen.Int).Sample((history, seed) =>
    {
        var random = new Random(seed);
        var asOf = RandomHistory.AnyDate(random);
        var subject = $"demand-{random.Next(5)}";
        if (KnowledgeHistory.OfStatus(history.Log, Viewpoints.Of(asOf), subject, Rules.V1, Rules.Memo) is not { } told) return;
        for (var i = 0; i < 5; i++)
        {
            var ends = history.Log.Where((e, n) => n + 1 == history.Log.Count || history.Log[n + 1].RecordedAt != e.RecordedAt).ToList();
            var k = ends[random.Next(ends.Count)].Sequence;
            var line = StatusSheet.Of(CampaignState.Of(history.Log, Viewpoints.Of(asOf, k)), Rules.V1, Rules.Memo).GetValueOrDefault(new StatusKey(StatusKind.Fulfilment, subject));
            told.Spans.SingleOrDefault(span => span.FromSequence <= k && (span.UntilSequence is null || k < span.UntilSequence))?.Says.ShouldBe(line?.Answer);
        }
    }, iter: 100);
}
