using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Tests.Views;

public class DemandBoardTests
{
    private static DemandItem Seen(Record record, string? asOf = null) => DemandBoard.Of(record.Seen(asOf)).Demands.Single(demand => demand.Name == "demand-1");

    [Fact]
    public void A_claim_of_fulfilment_is_shown_and_is_no_status()
    {
        var demand = Seen(Record.ADemand().And("2014", "demand-1", on => new FulfilmentClaimed("Foreign Ministry", "Already implemented") { Occurred = on }));
        demand.Claims.Single().Sentence.ShouldContain("Already implemented");
        demand.Possible.ShouldBe([Rank.Open]);
        demand.LastMovement.ShouldBeNull();
    }

    [Fact]
    public void By_rule_set_2_a_demand_is_met_by_what_measures_it_and_nobody_judges_himself()
    {
        var record = Record.ACase()
            .And("2013-04-18", "demand-1", on => new DemandIssued("Investigate the torture", "EP", ["Prosecutor General"], "calls for", Force.Call, About: "case-1", MeasuredBy: Measure.Reviewer) { Occurred = on })
            .And("2013-06-01", "case-1", on => new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = on });
        Seen(record).Possible.ShouldBe([Rank.Met], "rule set 1 reads a demand about a person as one for release");

        record.And("2013-06-02", "eu-kz", on => new RuleSetChosen(2, "Measures") { Occurred = on });
        Seen(record).Possible.ShouldBe([Rank.Open]);
        record.And("2013-07-01", "demand-1", on => new FulfilmentAssessed(Fulfilment.Met, "the Prosecutor General") { Occurred = on });
        Seen(record).Possible.ShouldBe([Rank.Open], "an addressee");
        record.And("2013-07-02", "demand-1", on => new FulfilmentAssessed(Fulfilment.Met, "Ministry", ReviewerSide: ReviewerSide.ReformingSide) { Occurred = on });
        Seen(record).Possible.ShouldBe([Rank.Open], "of the reforming side");
        record.And("2013-07-03", "demand-1", on => new FulfilmentAssessed(Fulfilment.PartlyMet, "Human Rights Watch") { Occurred = on });
        Seen(record).Possible.ShouldBe([Rank.PartlyMet]);

        record.And("2013-08-01", "demand-1", on => new StatusContested("fulfilment", [new("done", "Kazakhstan", ClaimedStatus.Met), new("not", "OSCE", ClaimedStatus.NotMet)]) { Occurred = on });
        var contested = record.LastId;
        Seen(record).Possible.ShouldBe([Rank.Open], "what a side claims of itself is no possibility");
        record.And("2013-08-02", "demand-1", on => new ClaimsReconciled(contested, "done", "The OSCE agrees now") { Occurred = on });
        Seen(record).Possible.ShouldBe([Rank.Met], "what was chosen holds, whoever claimed it");
    }

    [Fact]
    public void By_rule_set_2_house_arrest_is_met_in_part_where_somebody_was_held_before()
    {
        var record = Record.ADemand().And("2013-05-01", "case-1", on => new HouseArrestOrdered { Occurred = on });
        Seen(record).Possible.ShouldBe([Rank.Open], "rule set 1 does not see it");
        record.And("2013-06-02", "eu-kz", on => new RuleSetChosen(2, "House arrest") { Occurred = on });
        Seen(record).Possible.ShouldBe([Rank.Open], "nothing is recorded of custody");
        record.And("2012-06-04", "case-1", on => new Convicted(Custodial: true) { Occurred = on });
        Seen(record).Possible.ShouldBe([Rank.PartlyMet]);
    }

    [Fact]
    public void Its_age_is_a_range_when_a_date_is_partial_and_stops_when_it_is_closed()
    {
        var record = Record.ADemand();
        Seen(record).AgeInDays.ShouldBeNull();
        Seen(record, "2013-04-30").AgeInDays.ShouldBe(new DayRange(12, 12));
        record.And("2013-05", "demand-1", on => new DemandLapsed("Overtaken") { Occurred = on });
        Seen(record, "2015").ShouldSatisfyAllConditions(
            demand => demand.AgeInDays.ShouldBe(new DayRange(13, 43)),
            demand => demand.Closed!.How.ShouldBe(DemandEnd.Lapsed));
    }

    [Fact]
    public void The_last_movement_is_no_refusal_and_nothing_from_before_the_demand()
    {
        var record = Record.ADemand()
            .And("2012-06-04", "case-1", on => new Convicted(Custodial: true) { Occurred = on })
            .And("2014-07-30", "case-1", on => new ParoleDecided(Granted: false) { Occurred = on });
        Seen(record).LastMovement.ShouldBeNull();
        Seen(record.And("2014-01-09", "case-1", on => new Transferred(RegimeStep.Toward) { Occurred = on })).LastMovement!.Type.ShouldBe("transferred");
    }

    [Fact]
    public void A_new_charge_moves_it_only_while_the_person_is_held()
    {
        var record = Record.ADemand().And("2014-02-01", "case-1", on => new Charged("Art. 164") { Occurred = on });
        Seen(record).LastMovement.ShouldBeNull();
        Seen(record.And("2012-06-04", "case-1", on => new Convicted(Custodial: true) { Occurred = on })).LastMovement!.Type.ShouldBe("charged");
    }

    [Fact]
    public void What_was_answered_promised_and_asked_again_is_listed()
    {
        var demand = Seen(Record.ADemand()
            .And("2013-06-01", "demand-1", on => new DemandAnswered("Kazakh authorities", Answer.Noted) { Occurred = on })
            .And("2013-07-01", "demand-1", on => new CommitmentGiven("Kazakh authorities", "A review") { Occurred = on })
            .And("2016-03-10", "demand-1", on => new DemandRestated("European Parliament") { Occurred = on }));
        (demand.Answers.Count, demand.Commitments.Count, demand.TimesRestated, demand.LastRestated!.Occurred.Text).ShouldBe((1, 1, 1, "2016-03-10"));
        demand.About.ShouldBe(new NamedSubject("case-1", "Roza Tuletaeva"));
    }

    [Fact]
    public void It_says_of_which_agreement_it_is_a_condition_and_until_when()
    {
        var record = Record.ADemand()
            .And("2011-05-24", "epca", on => new AgreementDefined("EPCA", ["EU", "KZ"], [new GateHolder("Council", [])]) { Occurred = on })
            .And("2013-04-18", "epca", on => new ConditionAttached("demand-1", Requirement.Necessary) { Occurred = on });
        Seen(record).Conditions.ShouldBe([new ConditionOf("epca", "EPCA", Requirement.Necessary, Record.Date("2013-04-18"), null)]);
        Seen(record.And("2016", "epca", on => new ConditionDetached("demand-1") { Occurred = on })).Conditions.Single().Detached!.Text.ShouldBe("2016");
    }

    [Fact]
    public void A_release_in_a_month_leaves_two_statuses_possible_within_it()
    {
        var record = Record.ADemand()
            .And("2012-06-04", "case-1", on => new Convicted(Custodial: true) { Occurred = on })
            .And("2014-11", "case-1", on => new ReleaseAchieved(ReleaseManner.Unknown) { Occurred = on });
        Seen(record, "2014-11-10").Possible.ShouldBe([Rank.Open, Rank.MetConditionally]);
        Seen(record, "2014-12-01").ShouldSatisfyAllConditions(
            demand => demand.Possible.ShouldBe([Rank.MetConditionally]), demand => demand.Evidence.Count.ShouldBe(1));
    }
}
