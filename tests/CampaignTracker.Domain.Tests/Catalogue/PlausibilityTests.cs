using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Resolutions;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Catalogue;

/// <summary>What is surprising of an event of any type: it is recorded, and told.</summary>
public class PlausibilityTests
{
    private static readonly ContextRecorded Context = new("An election") { Occurred = On("2013-04-18") };

    private static IReadOnlyList<ValidationIssue> Recording(CampaignEvent e) => new Given().When(Campaign, e);

    [Theory]
    [InlineData("1899-12-31", true)]
    [InlineData("0203-04-18", true)]
    [InlineData("0001/2013-04-18", true)]
    [InlineData("18XX", true)]
    [InlineData("1900", false)]
    [InlineData("19XX", false)]
    public void A_year_before_1900(string date, bool warned)
    {
        foreach (var (field, issues) in new[]
        {
            ("occurred", Recording(Context with { Occurred = On(date) })), ("effective", Recording(Context with { Effective = On(date) })),
            ("published", Recording(Context with { Published = On(date) })), ("learned", Recording(Context with { Learned = On(date) })),
            ("due", new Given().ADemand("demand-1").When("demand-1", new CommitmentGiven("KZ", "x", On(date)) { Occurred = On("2013-04-19") })),
        })
        {
            if (warned) issues.ShouldWarn(field, "early_year").Message().ShouldContain(date); else issues.ShouldBeAccepted();
        }
    }

    [Fact]
    public void What_was_published_or_learned_in_the_future()
    {
        Recording(Context with { Published = On("2099-01-01") }).ShouldWarn("published", "ahead");
        Recording(Context with { Learned = On("2026-06-02") }).ShouldWarn("learned", "ahead");
        Recording(Context with { Learned = On("2026-06-01"), Published = On("2026") }).ShouldBeAccepted();
        Recording(Context with { Effective = On("2099-01-01") }).ShouldBeAccepted();
    }

    [Fact]
    public void What_befalls_the_dead()
    {
        var history = new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2012-01-23") }, new DiedInCustody { Occurred = On("2014-01") });
        history.When("case-1", new Arrested { Occurred = On("2015-01-01") }).ShouldWarn("subject", "after_death").Message().ShouldContain("2014-01");
        history.When("case-1", new HouseArrestOrdered { Occurred = On("2015-01-01") }).ShouldWarn("subject", "after_death");
        history.When("case-1", new DiedInCustody { Occurred = On("2015-01-01") }).ShouldWarn("subject", "after_death");
        history.When("case-1", new Arrested { Occurred = On("2014-01-31") }).ShouldBeAccepted();
        history.When("case-1", new Rehabilitated { Occurred = On("2015-01-01") }).ShouldBeAccepted();
    }

    [Fact]
    public void A_death_before_what_is_recorded_later()
    {
        var history = new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2012-01-23") }, new Arrested { Occurred = On("2015-01-01") });
        history.When("case-1", new DiedInCustody { Occurred = On("2014") }).ShouldWarn("occurred", "before_later").Message().ShouldContain("arrested of 2015-01-01");
        history.When("case-1", new DiedInCustody { Occurred = On("2016") }).ShouldBeAccepted();
    }

    [Fact]
    public void A_rearrest_of_somebody_not_recorded_as_released()
    {
        Rearrested again = new() { Occurred = On("2013-01-01") };
        var history = new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2012-01-23") });
        history.When("case-1", again).ShouldWarn("subject", "not_released");
        history.When("case-1", new ReleaseRevoked { Occurred = On("2013-01-01") }).ShouldWarn("subject", "not_released");
        history.Event("case-1", new HouseArrestOrdered { Occurred = On("2012-06") }).When("case-1", again).ShouldBeAccepted();

        var released = new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2012-01-23") }, new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On("2014") });
        released.When("case-1", again).ShouldWarn("subject", "not_released");
        released.When("case-1", again with { Occurred = On("2014-06-01") }).ShouldBeAccepted();
        released.When("case-1", again with { Occurred = On("2015") }).ShouldBeAccepted();
        new Given().ACase("case-1").When("case-1", again).ShouldWarn("subject", "not_released");
    }

    [Fact]
    public void What_became_of_a_demand_or_a_text_before_there_was_one()
    {
        var history = new Given().AResolution("res-1").ADemand("demand-1");
        history.When("demand-1", new DemandAnswered("KZ", Answer.Rejected) { Occurred = On("2010-06-01") }).ShouldWarn("occurred", "before_opening").Message().ShouldContain("2013-04-18");
        history.When("demand-1", new DemandWithdrawn("EP") { Occurred = On("2013-03") }).ShouldWarn("occurred", "before_opening");
        history.When("res-1", new FindingRecorded("x", "notes", "y") { Occurred = On("2013-04-17") }).ShouldWarn("occurred", "before_opening").Message().ShouldContain("adopted");
        history.When("demand-1", new DemandAnswered("KZ", Answer.Rejected) { Occurred = On("2013-04") }).ShouldBeAccepted();
        history.When("demand-1", new AliasAdded("Kozlov") { Occurred = On("2010") }).ShouldBeAccepted();
    }

    [Fact]
    public void A_milestone_twice()
    {
        var history = new Given().AnAgreement("epca").Event("epca", new MilestoneReached(Milestone.Signed, ["Council"]) { Occurred = On("2015-12-21") });
        history.When("epca", new MilestoneReached(Milestone.Signed) { Occurred = On("2015-12-21") }).ShouldWarn("milestone", "milestone_twice").Message().ShouldContain("2015-12-21");
        history.When("epca", new MilestoneReached(Milestone.Signed, ["Council"]) { Occurred = On("2016-05-01") }).ShouldWarn("milestone", "milestone_twice");
        history.When("epca", new MilestoneReached(Milestone.Signed, ["Council"]) { Occurred = On("2015-12-21") }).ShouldHaveSingleItem().Code.ShouldBe("likely_duplicate");
        history.When("epca", new MilestoneReached(Milestone.ConsentGiven) { Occurred = On("2017") }).ShouldBeAccepted();

        var ratified = new Given().AnAgreement("epca").Event("epca",
            new MilestoneReached(Milestone.Ratified, ["Sejm"]) { Occurred = On("2016") }, new MilestoneReached(Milestone.NegotiationsSuspended) { Occurred = On("2012") });
        ratified.When("epca", new MilestoneReached(Milestone.Ratified, ["Bundestag"]) { Occurred = On("2017") }).ShouldHaveSingleItem().Code.ShouldBe("not_a_body");
        ratified.When("epca", new MilestoneReached(Milestone.Ratified, ["Sejm"]) { Occurred = On("2017") }).ShouldWarn("milestone", "milestone_twice");
        ratified.When("epca", new MilestoneReached(Milestone.NegotiationsSuspended) { Occurred = On("2014") }).ShouldBeAccepted();
    }

    [Fact]
    public void A_part_of_a_milestone_is_not_the_milestone_again()
    {
        MilestoneReached part = new(Milestone.ProvisionallyApplied, Extent: Extent.Part, ExtentWords: "trade") { Occurred = On("2016-05-01") };
        new Given().AnAgreement("epca").Event("epca", part).When("epca", part with { Occurred = On("2017"), ExtentWords = "energy" }).ShouldBeAccepted();
    }

    [Fact]
    public void Anything_on_a_closed_campaign()
    {
        var open = new Given().ACase("case-1");
        open.When(Campaign, new CampaignReopened { Occurred = On("2014-01-01") }).ShouldWarn("campaign", "not_closed");
        var closed = open.Event(Campaign, new CampaignClosed { Occurred = On("2016-06-01") });
        closed.When(Campaign, new CampaignClosed { Occurred = On("2016-07-01") }).ShouldWarn("campaign", "closed").Message().ShouldBe("was closed before, on 2016-06-01: this changes nothing");
        closed.When(Campaign, Context).ShouldWarn("campaign", "closed").Message().ShouldStartWith("was closed on 2016-06-01: reopen it");
        closed.When("case-1", new Arrested { Occurred = On("2012-01-23") }).ShouldWarn("campaign", "closed");
        closed.When("case-1", new EventCorrected(Id(2), Changes(("name", "V. Kozlov")), "x") { Occurred = On("2018") }).ShouldBeAccepted();
        closed.When(Campaign, new CampaignReopened { Occurred = On("2017") }).ShouldBeAccepted();

        var reopened = closed.Event(Campaign, new CampaignReopened { Occurred = On("2017") });
        reopened.When(Campaign, Context).ShouldBeAccepted();
        reopened.When(Campaign, new CampaignClosed { Occurred = On("2018") }).ShouldBeAccepted();
        new Given().Event(Campaign, new CampaignClosed { Occurred = On("2016") }).Retract(Id(2)).When(Campaign, Context).ShouldBeAccepted();
    }

    [Theory]
    [InlineData("ru", null, null)]
    [InlineData("kk", null, null)]
    [InlineData("en-GB", null, null)]
    [InlineData("uz-Cyrl", null, null)]
    [InlineData("EN", null, null)]
    [InlineData("es-419", null, null)]
    [InlineData("rue", null, null)]
    [InlineData("Russian", "no_language", "ru")]
    [InlineData("русский", "no_language", "ru")]
    [InlineData("kz", "no_language", "kk")]
    [InlineData("UA", "no_language", "uk")]
    [InlineData("ru, kk", "no_language", null)]
    [InlineData("xx", "no_language", null)]
    [InlineData("en_GB", "no_language", null)]
    [InlineData("-", "no_language", null)]
    [InlineData("", "no_language", null)]
    public void The_language_of_a_source(string language, string? code, string? near)
    {
        var issues = Recording(Context with { Sources = [new("AFP"), new("Azattyq", Language: language)] });
        if (code is null) issues.ShouldBeAccepted();
        else issues.ShouldWarn("sources[1].language", code).Message().ShouldBe(
            near is null ? "is no language tag: write ru for Russian, kk for Kazakh, en for English" : $"is no language tag: did you mean {near}?");
    }

    [Fact]
    public void The_same_source_twice()
    {
        Source report = new("RFE/RL", Url: "https://example.org/a");
        Recording(Context with { Sources = [new("AFP"), report, report with { Language = "ru" }] }).ShouldWarn("sources[2]", "same_source").Message().ShouldContain("source 2");
        Recording(Context with { Sources = [report, report with { Citation = " rfe/rl " }] }).ShouldWarn("sources[1]", "same_source");
        Recording(Context with { Sources = [report, report with { Locator = "para. 4" }, report with { Url = null }] }).ShouldBeAccepted();
    }

    [Fact]
    public void A_correction_warns_of_what_it_makes_surprising_and_not_of_what_was_so_before()
    {
        var history = new Given().Event(Campaign, Context with { Occurred = On("0203-04-18") });
        IReadOnlyList<ValidationIssue> Correcting(params (string, object?)[] changes) =>
            history.When(Campaign, new EventCorrected(Id(2), Changes(changes), "x") { Occurred = On("2018") });
        Correcting(("text", "An election, corrected")).ShouldBeAccepted();
        Correcting(("occurred", "2013-04-18")).ShouldBeAccepted();
        Correcting(("occurred", "0213-04-18")).ShouldWarn("changes.occurred", "early_year");
        Correcting(("published", "2099")).ShouldWarn("changes.published", "ahead");
    }

    [Theory]
    [InlineData("Commission", true)]
    [InlineData("Kazakh Parliament", true)]
    [InlineData("the  COUNCIL", false)]
    [InlineData("EP", false)]
    [InlineData("Kazakhstan", false)]
    [InlineData("kz", false)]
    [InlineData("Both parties", false)]
    public void A_step_by_nobody_whom_the_definition_names(string by, bool warned)
    {
        foreach (var step in new CampaignEvent[] { new MilestoneReached(Milestone.Signed, [by]) { Occurred = On("2015") }, new MilestonePostponed(Milestone.Signed, [by]) { Occurred = On("2015") } })
        {
            var issues = new Given().AnAgreement("epca").When("epca", step);
            if (warned) issues.ShouldWarn("by", "not_a_body").Message().ShouldContain("epca"); else issues.ShouldBeAccepted();
        }
        new Given().AnAgreement("epca").When("epca", new MilestoneReached(Milestone.Signed, [by, "Council"]) { Occurred = On("2015") }).ShouldBeAccepted();
        new Given().AnAgreement("epca").When("epca", new MilestoneReached(Milestone.Signed) { Occurred = On("2015") }).ShouldBeAccepted();
    }

    [Fact]
    public void House_arrest_of_somebody_who_was_never_in_custody()
    {
        var order = new HouseArrestOrdered { Occurred = On("2013-05-01") };
        new Given().ACase("case-1").When("case-1", order).ShouldWarn("subject", "not_held").Form.ShouldBe("at_home");
        var arrested = new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2012-01-23") });
        arrested.When("case-1", order).ShouldBeAccepted();
        arrested.Event("case-1", new ReleaseAchieved(ReleaseManner.PreTrialRelease) { Occurred = On("2012-06-01") }).When("case-1", order).ShouldBeAccepted();
        new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2013-06") }).When("case-1", order).ShouldWarn("subject", "not_held");
        new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2013") }).When("case-1", order).ShouldBeAccepted();
    }

    [Fact]
    public void What_comes_before_all_that_it_could_take_back()
    {
        var linked = new Given().ADemand("demand-1").AnAgreement("epca").Event("epca", new LinkageDeclared("Council", LinkageStrength.Committed, "It depends.", "rights") { Occurred = On("2012-07") },
            new ConditionAttached("demand-1", Requirement.Necessary) { Occurred = On("2014-05") });
        var linkage = linked.Log[^2].Id;
        linked.When("epca", new LinkageWithdrawn(linkage, "Council") { Occurred = On("2012-06") }).ShouldWarn("occurred", "takes_nothing_back").Message().ShouldContain("2012-07");
        linked.When("epca", new LinkageWithdrawn(linkage, "Council") { Occurred = On("2012") }).ShouldBeAccepted();
        linked.When("epca", new ConditionDetached("demand-1") { Occurred = On("2014-04-30") }).ShouldWarn("occurred", "takes_nothing_back").Message().ShouldContain("2014-05");
        linked.When("epca", new ConditionDetached("demand-1") { Occurred = On("2014-04-30"), Effective = On("2014-05-01") }).ShouldBeAccepted();
        linked.Event("epca", new ConditionAttached("demand-1", Requirement.Necessary) { Occurred = On("2013-05") }).When("epca", new ConditionDetached("demand-1") { Occurred = On("2014") }).ShouldBeAccepted();
        linked.When("epca", new ConditionAttached("demand-1", Requirement.Necessary) { Occurred = On("2013-04-17") }).ShouldWarn("occurred", "before_opening").Form.ShouldBe("condition");
    }

    [Fact]
    public void What_comes_before_an_event_that_it_follows()
    {
        var history = new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2013-05-02"), At = Time("14:30") });
        var (arrest, released) = (history.Last.Id, new ReleaseAchieved(ReleaseManner.PreTrialRelease) { Occurred = On("2013-05-02") });
        CampaignEvent Following(string occurred, string? at = null) => released with { Occurred = On(occurred), At = at is null ? null : Time(at), Follows = [arrest] };

        history.When("case-1", Following("2013-05-01")).ShouldWarn("follows", "follows_later").Message().ShouldContain("2013-05-02");
        history.When("case-1", Following("2013-05-02", "14:00")).ShouldWarn("at", "follows_later").Message().ShouldContain("14:30");
        history.When("case-1", Following("2013-05-02")).ShouldBeAccepted();
        history.When("case-1", Following("2013-05-02", "14:30")).ShouldBeAccepted();
        history.When("case-1", Following("2013-05-02", "14:00+05:00")).ShouldBeAccepted();
        history.When("case-1", Following("2013")).ShouldBeAccepted();
    }

    [Fact]
    public void Two_facts_of_one_day_that_say_otherwise_and_not_which_came_first()
    {
        var history = new Given().ACase("case-1").Event("case-1", new Arrested { Occurred = On("2012-01-23") }, new ReleaseAchieved(ReleaseManner.CaseDropped) { Occurred = On("2013-05-01"), At = Time("14:30") });
        var (release, again) = (history.Last.Id, new Rearrested { Occurred = On("2013-05-01") });
        history.When("case-1", again).ShouldWarn("occurred", "order_of_a_day").Message().ShouldContain(release.ToString());
        history.When("case-1", again with { Follows = [release] }).ShouldBeAccepted();
        history.When("case-1", again with { At = Time("18:00") }).ShouldBeAccepted();
        history.When("case-1", again with { At = Time("18:00+05:00") }).ShouldWarn("occurred", "order_of_a_day");
        history.When("case-1", again with { Occurred = On("2013-05") }).ShouldBeAccepted();
        history.When("case-1", again with { Occurred = On("2013-05-02") }).ShouldBeAccepted();
        history.When("case-1", new ReleaseAchieved(ReleaseManner.Pardon) { Occurred = On("2013-05-01") }).ShouldNotContain(issue => issue.Code == "order_of_a_day");
        history.When("case-1", new DiedInCustody { Occurred = On("2013-05-01") }).ShouldNotContain(issue => issue.Code == "order_of_a_day");
    }

    private static TimeOfDay Time(string text) => TimeOfDay.TryParse(text, out var time) ? time.Value : throw new ArgumentException(text);
}
