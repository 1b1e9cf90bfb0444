using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Tests.Views;

public class CaseListTests
{
    private static Record Freed() => Record.ACase()
        .And("2012-03-05", "case-1", on => new Arrested { Occurred = on })
        .And("2012-06-04", "case-1", on => new Convicted(Custodial: true) { Occurred = on })
        .And("2014-11~", "case-1", on => new ReleaseAchieved(ReleaseManner.Unknown) { Occurred = on });

    private static Held On(Record record, int year, int month, int day) => CaseList.Of(record.Seen()).Cases.Single().HeldOn(new DateOnly(year, month, day));

    [Fact]
    public void An_arrest_and_the_sentence_after_it_are_one_time_in_custody()
    {
        var spans = CaseList.Of(Freed().Seen()).Cases.Single().Custody;
        spans.Select(span => (span.From.Text, span.To?.Text, span.Possible.Single())).ShouldBe(
            [("2012-03-05", "2014-11~", Custody.Held), ("2014-11~", null, Custody.FreeConditionally)]);
        spans[0].Evidence.Count.ShouldBe(2);
    }

    [Fact]
    public void Somebody_is_held_from_the_day_of_the_arrest()
    {
        On(Freed(), 2012, 3, 4).ShouldBe(Held.Unknown);
        On(Freed(), 2012, 3, 5).ShouldBe(Held.Yes);
        CaseList.Of(Freed().Seen("2013")).Cases.Single().Since!.Text.ShouldBe("2012-03-05");
    }

    [Fact]
    public void A_release_some_day_in_a_month_leaves_that_month_unknown()
    {
        On(Freed(), 2014, 10, 31).ShouldBe(Held.Yes);
        On(Freed(), 2014, 11, 12).ShouldBe(Held.Unknown);
        On(Freed(), 2014, 11, 30).ShouldBe(Held.No);
        CaseList.Of(Freed().Seen("2014-11-12")).Cases.Single().Held.ShouldBe(Held.Unknown);
    }

    [Fact]
    public void Sources_that_disagree_leave_it_unknown_until_a_claim_is_chosen()
    {
        var record = Freed().And("2017", "case-1", on => new StatusContested("custody", [new("held", "A", ClaimedStatus.Held), new("free", "B", ClaimedStatus.AtLiberty)]) { Occurred = on });
        var contested = record.LastId;
        CaseList.Of(record.Seen()).Cases.Single().Held.ShouldBe(Held.Unknown);

        record.And("2026", "case-1", on => new ClaimsReconciled(contested, "held", "Seen by a visitor") { Occurred = on });
        CaseList.Of(record.Seen()).Cases.Single().Held.ShouldBe(Held.Yes);
        CaseList.Of(record.Seen("2018")).Cases.Single().Held.ShouldBe(Held.Yes);
    }

    [Fact]
    public void By_rule_set_2_facts_of_one_day_that_nothing_puts_in_order_are_both_possible()
    {
        var record = Record.ACase().And("2013-05-01", "case-1", on => new ReleaseAchieved(ReleaseManner.CaseDropped) { Occurred = on });
        var release = record.LastId;
        record.And("2013-05-01", "case-1", on => new Rearrested { Occurred = on });
        var rearrest = record.LastId;
        CaseList.Of(record.Seen()).Cases.Single().Possible.ShouldBe([Custody.Held], "rule set 1 takes them in the order in which they were recorded");

        record.And("2013-05-01", "eu-kz", on => new RuleSetChosen(2, "Worlds") { Occurred = on });
        CaseList.Of(record.Seen()).Cases.Single().ShouldSatisfyAllConditions(
            person => person.Possible.ShouldBe([Custody.Held, Custody.Free]),
            person => person.Held.ShouldBe(Held.Unknown),
            person => person.HeldOn(new DateOnly(2013, 5, 1)).ShouldBe(Held.Unknown));

        record.And("2013-05-02", "case-1", on => new EventCorrected(rearrest, Given.Changes(("follows", new[] { release })), "The protocol says so") { Occurred = on });
        CaseList.Of(record.Seen()).Cases.Single().Possible.ShouldBe([Custody.Held]);
    }

    [Fact]
    public void House_arrest_is_shown_and_is_no_liberty()
    {
        var record = Freed().And("2015-02-01", "case-1", on => new HouseArrestOrdered { Occurred = on });
        CaseList.Of(record.Seen()).Cases.Single().ShouldSatisfyAllConditions(
            person => person.Possible.ShouldBe([Custody.HouseArrest]),
            person => person.Held.ShouldBe(Held.Yes),
            person => person.Custody[^1].Possible.ShouldBe([Custody.HouseArrest]));
    }

    [Fact]
    public void Death_in_custody_ends_the_story()
    {
        var spans = CaseList.Of(Freed().And("2015", "case-1", on => new DiedInCustody { Occurred = on }).And("2016", "case-1", on => new Rehabilitated { Occurred = on }).Seen()).Cases.Single();
        spans.Custody[^1].Possible.ShouldBe([Custody.Died]);
        spans.Held.ShouldBe(Held.No);
    }

    [Fact]
    public void A_decision_that_takes_effect_after_V_has_moved_nothing_yet()
    {
        var record = Record.ACase().And("2016-01-01", "case-1", on => new Arrested { Occurred = on })
            .And("2016-08-04", "case-1", on => new ReleaseAchieved(ReleaseManner.Parole) { Occurred = on, Effective = Record.Date("2016-08-19") });
        CaseList.Of(record.Seen("2016-08-18")).Cases.Single().ShouldSatisfyAllConditions(item => item.Held.ShouldBe(Held.Yes), item => item.Custody.Single().To.ShouldBeNull());
        CaseList.Of(record.Seen("2016-08-19")).Cases.Single().Held.ShouldBe(Held.No);
    }
}
