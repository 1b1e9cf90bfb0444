using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Domain.Tests.Conditionality;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Statuses;

public sealed class StatusesTests
{
    private static PossibleStatus<Custody?> Liberty(Given given, string? asOf = null)
    {
        var state = CampaignState.Of(given.Log, Viewpoints.Of(asOf is null ? null : On(asOf)));
        return StatusFold.CustodyOf(state, state.History("case-1")!);
    }

    [Fact]
    public void Nothing_is_known_of_the_liberty_of_somebody_without_a_record_of_custody() =>
        Liberty(new Given().ACase("case-1")).Possible.ShouldBe([null]);

    [Fact]
    public void A_fact_on_the_day_of_V_has_happened() => Liberty(new Given().Held("case-1", "2012-01-23"), "2012-01-23").Possible.ShouldBe([Custody.Held]);

    [Fact]
    public void A_fact_that_may_lie_after_V_is_read_both_ways()
    {
        var standing = Liberty(new Given().Held("case-1", "2012-01-23").Released("2014-11~", ReleaseManner.Unknown), "2014-11-15");

        standing.Possible.ShouldBe([Custody.Held, Custody.FreeConditionally]);
        standing.Since.ShouldBeNull();
    }

    [Fact]
    public void A_month_is_over_on_its_last_day_as_V()
    {
        var standing = Liberty(new Given().Held("case-1", "2012-01-23").Released("2014-11~"), "2014-11");

        standing.Possible.ShouldBe([Custody.Free]);
        standing.Since.ShouldBe(On("2014-11~"));
    }

    [Fact]
    public void A_release_in_effect_only_after_V_has_not_moved_the_status() =>
        Liberty(new Given().Held("case-1", "2012").Event("case-1", new ReleaseAchieved(ReleaseManner.Parole) { Occurred = On("2016-08-04"), Effective = On("2016-08-19") }), "2016-08-10")
            .Possible.ShouldBe([Custody.Held]);

    [Fact]
    public void A_contested_status_is_one_of_the_claims_since_its_date()
    {
        var given = new Given().Held("case-1", "2012").Event("case-1", new StatusContested("custody",
            [new Claim("in custody", "One", ClaimedStatus.Held), new Claim("pardoned", "Another", ClaimedStatus.AtLiberty, ReleaseManner.Pardon)]) { Occurred = On("2017/2018") });
        var standing = Liberty(given);
        standing.Possible.ShouldBe([Custody.Held, Custody.Free]);
        standing.Since.ShouldBe(On("2017/2018"));

        given.Event("case-1", new ClaimsReconciled(given.Last.Id, "pardoned", "Seen at home") { Occurred = On("2025") });
        Liberty(given, "2019").Possible.ShouldBe([Custody.Free]);
    }

    [Fact]
    public void The_same_fact_recorded_twice_is_one_piece_of_evidence()
    {
        var given = new Given().Held("case-1", "2012-01-23");
        var arrest = given.Last.Id;

        Liberty(given.Event("case-1", new Arrested { Occurred = On("2012-01-23"), Confidence = Confidence.Probable })).Evidence.Select(fact => fact.Id).ShouldBe([arrest]);
    }

    [Fact]
    public void Somebody_who_died_in_custody_is_never_free_again() =>
        Liberty(new Given().Held("case-1", "2012").Event("case-1", new DiedInCustody { Occurred = On("2013") }).Released("2014")).Possible.ShouldBe([Custody.Died]);

    [Fact]
    public void A_ban_is_requested_before_it_is_imposed()
    {
        var given = new Given().ARestriction("ban").Event("ban", new BanRequested { Occurred = On("2012-11-20") }, new BanImposed { Occurred = On("2012-12-21") });
        RestrictionState? At(string asOf)
        {
            var state = CampaignState.Of(given.Log, Viewpoints.Of(On(asOf)));
            return StatusFold.RestrictionOf(state, state.History("ban")!).Possible.Single();
        }

        At("2012-12-01").ShouldBe(RestrictionState.Requested);
        At("2013-01-01").ShouldBe(RestrictionState.InForce);
    }

    [Fact]
    public void A_demand_has_the_rank_of_the_case_that_it_is_about()
    {
        var given = new Given().Held("case-1", "2012").Asked("release-1", "case-1").Released("2014-01-01", ReleaseManner.Parole);
        var state = CampaignState.Of(given.Log, Viewpoints.Now);

        StatusFold.RankOf(state, state.History("release-1")!).Possible.ShouldBe([Rank.MetConditionally]);
    }
}
