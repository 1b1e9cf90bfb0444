using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Conditionality;

/// <summary>Rule set 1 sees nothing of the fields and events that came with rule set 2.</summary>
public sealed class RuleSet1BlindnessProperties
{
    [Fact]
    public void A_field_of_rule_set_2_changes_no_answer_of_rule_set_1() => Gen.Select(RandomDeals.Logs, Gen.Int).Sample(
        (log, seed) => Answers(With(log, seed), hashed: false).ShouldBe(Answers(log, hashed: false)), iter: 300);

    [Fact]
    public void An_event_of_rule_set_2_changes_no_answer_of_rule_set_1_nor_its_inputs() => Gen.Select(RandomDeals.Logs, Gen.Int).Sample((log, seed) =>
    {
        var random = new Random(seed);
        var more = log.And(Given.Of(Given.Campaign, new RuleSetChosen(2, "x") { Occurred = Given.On("2013") }));
        for (var i = 0; i < 3; i++)
            more = more.And(Given.Of($"case-{random.Next(1, 3)}", new HouseArrestOrdered { Occurred = log[random.Next(log.Count)].Event.Occurred }));
        Answers(more, hashed: true).ShouldBe(Answers(log, hashed: true));
    }, iter: 300);

    private static List<RecordedEvent> With(IReadOnlyList<RecordedEvent> log, int seed)
    {
        var random = new Random(seed);
        return [.. log.Select((recorded, i) => recorded with
        {
            Event = WithinItsDay(WithMore(recorded.Event, new Random(seed)), [.. log.Take(i).Select(earlier => earlier.Id)], random),
        })];
    }

    private static CampaignEvent WithinItsDay(CampaignEvent e, Guid[] earlier, Random random)
    {
        T? Perhaps<T>(T? value) => random.Next(2) == 0 ? value : default;

        TimeOfDay.TryParse($"{random.Next(10, 24)}:30", out var time).ShouldBeTrue();
        return e with
        {
            At = e.Occurred.IsDay ? Perhaps(time) : null,
            Follows = earlier.Length == 0 ? null : Perhaps<IReadOnlyList<Guid>>([earlier[random.Next(earlier.Length)]]),
        };
    }

    // The same for each: two that differ in a field of their own are two facts.
    private static CampaignEvent WithMore(CampaignEvent e, Random random) => e switch
    {
        CampaignOpened opened => opened with { RuleSet = 2 },
        AgreementDefined defined => defined with { Kind = (BenefitKind)random.Next(3), ReformingBodies = [new GateHolder("Court", [])] },
        MilestoneReached { Milestone: not Milestone.ConsentGiven } reached => reached with { Extent = Extent.Part, ExtentWords = "x" },
        DemandIssued issued => issued with { MeasuredBy = (Measure)random.Next(3), ShortTitle = "x", AlsoAbout = ["case-1"] },
        ConditionAttached attached => attached with { Enough = Enough.Met },
        FulfilmentAssessed assessed => assessed with { ReviewerSide = (ReviewerSide)random.Next(3) },
        _ => e,
    };

    private static string[] Answers(IReadOnlyList<RecordedEvent> log, bool hashed) =>
        [.. ConditionalityLedger.Of(CampaignState.Of(log, Viewpoints.Now), Rules.V1, Rules.Memo).Agreements
            .SelectMany(agreement => agreement.Gates.Select(gate => Answer(gate, hashed)).Append(agreement.Word.ToString()))];

    private static string Answer(GateVerdict gate, bool hashed) => string.Join(" | ",
        gate.Milestone, gate.Occurred, gate.Verdict, string.Join(' ', gate.Possible), string.Join(' ', gate.Annotations()), gate.Sentence,
        string.Join(' ', gate.Deciding.Order()), string.Join(' ', gate.Inputs.Order()), hashed ? gate.InputsHash : "");
}
