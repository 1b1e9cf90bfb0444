using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Tests.Replay;
using CampaignTracker.Domain.Views;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Views;

public class ContestedQueueTests
{
    private static Record Disputed() => Record.ACase().And("2017", "case-1", on =>
        new StatusContested("custody", [new("held", "A", ClaimedStatus.Held), new("free", "B", ClaimedStatus.AtLiberty)]) { Occurred = on });

    private static ContestedMatter Only(Record record) => ContestedQueue.Of(record.Seen(), Rules.V1, Rules.Memo).Matters.Single();

    [Fact]
    public void Competing_claims_stand_side_by_side_and_say_which_status_they_touch()
    {
        var matter = Only(Disputed());
        matter.State.ShouldBe(ContestState.Open);
        matter.Touches.ShouldBe(TouchedStatus.Custody);
        matter.Claims.Select(claim => (claim.Value, claim.By, claim.Chosen)).ShouldBe([("held", "A", false), ("free", "B", false)]);
    }

    [Fact]
    public void The_latest_settlement_holds_and_a_retracted_one_does_not()
    {
        var record = Disputed();
        var contested = record.LastId;
        record.And("2020", "case-1", on => new ClaimsReconciled(contested, "held", "First look") { Occurred = on });
        record.And("2019", "case-1", on => new ClaimsReconciled(contested, "free", "Second look") { Occurred = on });
        var second = record.LastId;
        Only(record).ShouldSatisfyAllConditions(
            matter => matter.State.ShouldBe(ContestState.Settled), matter => matter.Claims.Single(claim => claim.Chosen).Value.ShouldBe("free"));

        Only(record.And("2021", "case-1", on => new EventRetracted(second, "No") { Occurred = on })).Settlement!.Reason.ShouldBe("First look");
    }

    [Fact]
    public void A_later_release_overtakes_the_question_and_the_open_ones_come_first()
    {
        var record = Disputed().And("2018", "case-1", on => new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = on });
        Only(record).State.ShouldBe(ContestState.Overtaken);
        record.And("2022", "eu-kz", on => new StatusContested("deaths", [new("11", "A"), new("64", "B")]) { Occurred = on });
        ContestedQueue.Of(record.Seen(), Rules.V1, Rules.Memo).Matters.Select(matter => (matter.Matter, matter.Touches)).ShouldBe([("deaths", null), ("custody", TouchedStatus.Custody)]);
    }

    [Fact]
    public void What_hangs_on_a_claim_is_what_settling_it_so_changes() => RandomHistory.Any.Sample(history =>
    {
        var state = CampaignState.Of(history.Log, Viewpoints.Now);
        foreach (var matter in ContestedQueue.Of(state, Rules.V1, Rules.Memo).Matters.Where(matter => matter.Touches is not null).Take(4))
        {
            foreach (var claim in matter.Claims.Where(claim => !claim.Chosen))
            {
                var settled = new RecordedEvent(Guid.AllBitsSet, history.Log.Count + 1, 1, history.Log[^1].RecordedAt, "alma", 0,
                    new ClaimsReconciled(matter.Event, claim.Value, "A visit") { Campaign = "eu-kz", Subject = state.Knowledge.Fact(matter.Event)!.Recorded.Event.Subject, Occurred = Record.Date("2026-01-01") });
                var (before, after) = (StatusSheet.Of(state, Rules.V1, Rules.Memo), StatusSheet.Of(CampaignState.Of(history.Log.Append(settled), Viewpoints.Now), Rules.V1, Rules.Memo));
                claim.Impact.Select(change => new StatusKey(change.What, change.Subject, change.Event)).Order().ShouldBe(
                    before.Keys.Union(after.Keys).Where(key => key.What != StatusKind.Contested && !Difference.Same(before.GetValueOrDefault(key), after.GetValueOrDefault(key))).Order());
            }
        }
    }, iter: 60);

    [Fact]
    public void A_ban_that_is_asked_for_again_while_in_force_changes_nothing()
    {
        var record = Record.ACampaign().And("2012", "ban-1", on => new RestrictionOpened("Ban on Alga!") { Occurred = on })
            .And("2012-11-20", "ban-1", on => new BanRequested { Occurred = on })
            .And("2012-12-21", "ban-1", on => new BanImposed { Occurred = on })
            .And("2013-03-01", "ban-1", on => new BanRequested { Occurred = on });
        var item = RestrictionList.Of(record.Seen()).Restrictions.Single();
        item.States.Select(span => (span.From.Text, span.To?.Text)).ShouldBe([("2012-11-20", "2012-12-21"), ("2012-12-21", null)]);
        item.Since!.Text.ShouldBe("2012-12-21");
    }

    [Fact]
    public void A_campaign_at_a_glance_counts_what_is_known_and_says_when_it_was_closed()
    {
        var record = Disputed();
        var contested = record.LastId;
        record.And("2024", "case-1", on => new EventRetracted(contested, "No") { Occurred = on }).And("2025-01-01", "eu-kz", on => new CampaignClosed { Occurred = on });
        var summary = CampaignSummary.Of(record.Seen())!;
        (summary.Events, summary.Retracted, summary.ContestedOpen, summary.Closed!.Text, summary.Last!.Text).ShouldBe((3, 1, 0, "2025-01-01", "2025-01-01"));
        CampaignSummary.Of(record.And("2025-02-01", "eu-kz", on => new CampaignReopened { Occurred = on }).Seen())!.Closed.ShouldBeNull();
        CampaignSummary.Of(record.Seen("2010")).ShouldBeNull();
    }
}
