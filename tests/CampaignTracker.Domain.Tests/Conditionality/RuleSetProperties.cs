using System.Text.Json;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Tests.Sample;
using CampaignTracker.Domain.Views;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Conditionality;

/// <summary>What holds whatever the history (conditionality.md, 'Properties that hold').</summary>
public sealed class RuleSetProperties
{
    private static ConditionalityLedger Judge(IEnumerable<RecordedEvent> log, long? upTo = null) =>
        ConditionalityLedger.Of(CampaignState.Of(log, Viewpoints.Of(knowledge: upTo)), Rules.V1, Rules.Memo);

    // How the record came about is told besides, and changes no answer.
    private static string Text(ConditionalityLedger ledger) => JsonSerializer.Serialize(ledger with { Revisions = [] }, EventJson.Options);

    private static bool IsOfTheRecord(RecordedEvent recorded) => recorded.Event is EventCorrected or EventRetracted or ClaimsReconciled;

    [Fact]
    public void Recording_order_does_not_matter() =>
        RandomDeals.Logs.SelectMany(log => Gen.Shuffle(log.Where(recorded => !IsOfTheRecord(recorded)).ToArray()).Select(shuffled => (log, shuffled))).Sample((log, shuffled) =>
        {
            var reordered = shuffled.Concat(log.Where(IsOfTheRecord)).Select((recorded, i) => recorded with { Sequence = i + 1 });
            Text(Judge(reordered)).ShouldBe(Text(Judge(log)));
        }, iter: 500);

    [Fact]
    public void Recording_order_does_not_matter_in_the_sample() =>
        Gen.Shuffle(SampleFile.Recorded.ToArray()).Sample(shuffled =>
            Text(Judge(shuffled.Select((recorded, i) => recorded with { Sequence = i + 1 }))).ShouldBe(Text(Judge(SampleFile.Recorded))), iter: 20);

    [Fact]
    public void Recording_a_fact_twice_changes_nothing() => RandomDeals.LogsAndPlaces.Sample((log, at) =>
    {
        var known = Knowledge.At(log, upTo: null, Sensitivity.Restricted).Fact(Given.Id(at))!;
        if (IsOfTheRecord(known.Recorded) || known.Retracted || EventCatalogue.Of(known.Event).Opens is not null) return;
        Text(Judge(log.And(known.Event))).ShouldBe(Text(Judge(log)));
    }, iter: 1_000);

    [Fact]
    public void A_correction_and_its_reverse_cancel() => RandomDeals.LogsAndPlaces.Sample((log, at) =>
    {
        var target = log[at - 1];
        if (IsOfTheRecord(target)) return;
        CampaignEvent Occurred(string date) => Given.Of(target.Event.Subject, new EventCorrected(target.Id, Given.Changes(("occurred", date)), "A better source") { Occurred = Given.On("2026") });
        Text(Judge(log.And(Occurred("2014-06-15")).And(Occurred(target.Event.Occurred.Text)))).ShouldBe(Text(Judge(log)));
    }, iter: 500);

    [Fact]
    public void The_answer_at_K_never_changes_by_what_is_recorded_later() => RandomDeals.LogsAndPlaces.Sample((log, at) =>
        Text(Judge(log, upTo: at)).ShouldBe(Text(Judge(log.Take(at)))), iter: 500);

    [Fact]
    public void A_verdict_names_every_fact_whose_removal_flips_it() => RandomDeals.Logs.Sample(log =>
    {
        var before = Judge(log).Agreements.SelectMany(agreement => agreement.Gates).Where(gate => gate.Verdict != Verdict.Indeterminate).ToList();
        foreach (var removed in log.Where(recorded => !IsOfTheRecord(recorded)))
        {
            var after = Judge(log.And(Given.Of(removed.Event.Subject, new EventRetracted(removed.Id, "Removed") { Occurred = Given.On("2026") })))
                .Agreements.SelectMany(agreement => agreement.Gates).ToDictionary(gate => gate.Event);
            foreach (var gate in before.Where(gate => after.TryGetValue(gate.Event, out var now) && now.Verdict != gate.Verdict))
                gate.Inputs.ShouldContain(removed.Id, $"{gate.Milestone} {gate.Occurred} was {gate.Verdict}, and is {after[gate.Event].Verdict} without {removed.Event}");
        }
    }, iter: 100);

    [Fact]
    public void The_possible_verdicts_are_those_of_the_claims_taken_one_by_one() => RandomDeals.Logs.Sample(log =>
    {
        var before = Judge(log).Agreements.SelectMany(agreement => agreement.Gates).ToList();
        foreach (var contested in log.Where(recorded => recorded.Event is StatusContested))
        {
            var reconciled = ((StatusContested)contested.Event).Claims.Select(claim =>
                Judge(log.And(Given.Of(contested.Event.Subject, new ClaimsReconciled(contested.Id, claim.Value, "Chosen") { Occurred = Given.On("2026") })))
                    .Agreements.SelectMany(agreement => agreement.Gates).ToList()).ToList();
            foreach (var (gate, i) in before.Select((gate, i) => (gate, i)))
                reconciled.SelectMany(gates => gates[i].Possible).Distinct().Order().ShouldBe(gate.Possible);
        }
    }, iter: 300);

    [Fact]
    public void A_verdict_is_open_exactly_where_facts_decide_it() => RandomDeals.Logs.Sample(log =>
    {
        foreach (var gate in Judge(log).Agreements.SelectMany(agreement => agreement.Gates))
        {
            (gate.Possible.Count > 1).ShouldBe(gate.Deciding.Count > 0);
            gate.Deciding.ShouldBeSubsetOf(gate.Inputs);
        }
    }, iter: 500);
}
