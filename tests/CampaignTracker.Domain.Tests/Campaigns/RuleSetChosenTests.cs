using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Record;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Campaigns;

public sealed class RuleSetChosenTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(-1, false)]
    public void A_campaign_is_opened_under_a_rule_set_that_there_is(int? ruleSet, bool known)
    {
        var opened = new CampaignOpened("C", "EU", "KZ", "?", ruleSet) { Campaign = "c", Subject = "c", Occurred = On("2012") };
        var issues = EventRules.Check(opened, new Given().Lookup());
        if (known) issues.ShouldBeAccepted(); else issues.ShouldRefuse("ruleSet", "unknown_rule_set").Message().ShouldContain("1, 2");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Another_that_there_is_may_be_chosen_with_a_reason(int ruleSet, bool known)
    {
        var issues = new Given().When(Campaign, new RuleSetChosen(ruleSet, "Sanctions are judged too") { Occurred = On("2026-01-01") });
        if (known) issues.ShouldBeAccepted(); else issues.ShouldRefuse("ruleSet", "unknown_rule_set");
        new Given().When(Campaign, new RuleSetChosen(2, " ") { Occurred = On("2026-01-01") }).ShouldRefuse("reason", "empty");
        new Given().ACase("case-1").When("case-1", new RuleSetChosen(2, "x") { Occurred = On("2026-01-01") }).ShouldRefuse("subject", "not_the_campaign");
    }

    [Fact]
    public void The_choice_is_knowledge_and_holds_in_every_year() =>
        CampaignState.Of(
            new Given().Event(Campaign, new RuleSetChosen(2, "Sanctions are judged too") { Occurred = On("2026-01-01") }).Log, Viewpoints.Of(On("2012")))
            .Campaign!.Of<RuleSetChosen>().ShouldHaveSingleItem();
}
