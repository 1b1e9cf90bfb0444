using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Resolutions;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Tests.Views;

public sealed class LikelyDuplicateTests
{
    private static ReleaseAchieved Released(string date, string subject = "case-1") => new ReleaseAchieved(ReleaseManner.Parole) { Occurred = Record.Date(date), Subject = subject };

    [Fact]
    public void The_same_kind_of_fact_on_the_same_subject_at_a_time_that_can_be_the_same_may_be_the_same()
    {
        var state = Record.ACase().And(Released("2014-11")).Seen();
        LikelyDuplicate.Of(state, Released("2014-11-07")).Count.ShouldBe(1);
        LikelyDuplicate.Of(state, Released("2014-12")).ShouldBeEmpty();
        LikelyDuplicate.Of(state, new Arrested { Occurred = Record.Date("2014-11-07"), Subject = "case-1" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2014-11-08", 1)]
    [InlineData("2014-11-02", 1)]
    [InlineData("2014-11-17", 0)]
    public void A_change_of_custody_that_is_told_of_a_few_days_later_may_be_the_same(string date, int times)
    {
        var state = Record.ACase().And(Released("2014-11-07")).Seen();
        LikelyDuplicate.Of(state, Released(date)).Count.ShouldBe(times);
        LikelyDuplicate.Of(state, Released(date, "case-2")).ShouldBeEmpty("somebody else");
    }

    [Fact]
    public void Two_findings_of_one_day_in_other_words_are_two()
    {
        static CampaignEvent ValidationIssue(string text) => new FindingRecorded("media", "criticises", text) { Occurred = Record.Date("2013-04-18"), Subject = "resolution-1" };
        var state = Record.ACampaign().And(ValidationIssue("the bans on independent media")).Seen();
        LikelyDuplicate.Of(state, ValidationIssue("the bans on the independent media outlets")).Count.ShouldBe(1);
        LikelyDuplicate.Of(state, ValidationIssue("unfair trials of activists")).ShouldBeEmpty();
    }

    [Fact]
    public void A_person_of_the_same_name_in_another_script_may_be_the_same() =>
        LikelyDuplicate.Of(Record.ACase("Roza Tuletaeva").Seen(), new CaseOpened("Роза Тулетаева") { Occurred = Record.Date("2020"), Subject = "case-2" }).Count.ShouldBe(1);
}
