using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>
/// How the walk over the worlds reads the text, sentence by sentence. Of every deal the campaign is event 1, the agreement 2, the linkage 3; of one
/// on a release the case is 4, the arrest 5, the demand 6 and its attachment 7.
/// </summary>
public sealed class ReadingsTests
{
    private const string GateDay = "2015-12-21";

    private static readonly Guid FirstMore = Id(8), SecondMore = Id(9);

    private static ReleaseAchieved Release(string date, ReleaseManner manner = ReleaseManner.Pardon) => new(manner) { Occurred = On(date) };

    private static Rearrested Rearrest(string date) => new() { Occurred = On(date) };

    private static MilestoneReached Signed(string date = GateDay) => new(Milestone.Signed) { Occurred = On(date) };

    private static TimeOfDay Time(string text) => TimeOfDay.TryParse(text, out var time) ? time.Value : throw new FormatException(text);

    private static GateAnswer Gate(Given given, string? asOf = null) =>
        BruteForce.Judge(CampaignState.Of(given.Log, Viewpoints.Of(asOf is null ? null : On(asOf))), Deal.Name)!.Gates[^1];

    private static string Verdict(Given given) => Gate(given).Verdict;

    private static IEnumerable<string> Annotations(Given given) => Gate(given).Annotations.Select(annotation => annotation.Text);

    // Within a day

    [Fact]
    public void A_gate_comes_before_every_other_item_of_its_day()
    {
        Verdict(Deal.OnRelease().Event(Deal.Person, Release(GateDay)).Event(Deal.Name, Signed())).ShouldBe("AdvancedUnmet");
        Verdict(Deal.Unlinked().Linkage(GateDay).Event(Deal.Name, Signed())).ShouldBe("NotLinked");
        Verdict(Deal.Linked().Held(Deal.Person, "2012").Asked(Deal.Release, Deal.Person).Attached(Deal.Release, date: GateDay).Event(Deal.Name, Signed())).ShouldBe("LinkedWithoutConditions");
    }

    [Fact]
    public void What_a_gate_follows_comes_before_it()
    {
        Verdict(Deal.OnRelease().Event(Deal.Person, Release(GateDay)).Event(Deal.Name, Signed() with { Follows = [FirstMore] })).ShouldBe("Rewarded");
        Verdict(Deal.Unlinked().Linkage(GateDay).Event(Deal.Name, Signed() with { Follows = [Id(3)] })).ShouldBe("LinkedWithoutConditions");
    }

    [Fact]
    public void A_chain_of_follows_runs_through_all_events_of_the_day()
    {
        var chain = Deal.OnRelease().Event(Deal.Person, Release(GateDay)).Event(Deal.Person, new HearingHeld { Occurred = On(GateDay), Follows = [FirstMore] });
        Verdict(chain.Event(Deal.Name, Signed() with { Follows = [SecondMore] })).ShouldBe("Rewarded");
    }

    [Theory]
    [InlineData("10:00", "12:00", "Rewarded")]
    [InlineData("12:00", "10:00", "AdvancedUnmet")]
    [InlineData("12:00", "12:00", "AdvancedUnmet")]
    [InlineData("10:00", "12:00+06:00", "AdvancedUnmet")]
    [InlineData("10:00+01:00", "12:00+06:00", "AdvancedUnmet")]
    [InlineData("10:00+06:00", "08:00+01:00", "Rewarded")]
    public void Of_two_times_the_earlier_comes_first_where_both_have_an_offset_or_neither(string release, string gate, string verdict) =>
        Verdict(Deal.OnRelease().Event(Deal.Person, Release(GateDay) with { At = Time(release) }).Event(Deal.Name, Signed() with { At = Time(gate) })).ShouldBe(verdict);

    [Fact]
    public void Follows_is_stronger_than_a_time() => Verdict(Deal.OnRelease()
        .Event(Deal.Person, Release(GateDay) with { At = Time("12:00") })
        .Event(Deal.Name, Signed() with { At = Time("10:00"), Follows = [FirstMore] })).ShouldBe("Rewarded");

    [Fact]
    public void What_no_rule_orders_has_both_orders_and_decides()
    {
        var gate = Gate(Deal.OnRelease().Event(Deal.Person, Release("2014-05-01")).Event(Deal.Person, Rearrest("2014-05-01")).Event(Deal.Name, Signed()));
        gate.Verdict.ShouldBe("Indeterminate: Rewarded or AdvancedDespiteRegression");
        gate.Deciding.ShouldBe([FirstMore, SecondMore]);
    }

    [Fact]
    public void Lines_of_one_batch_are_in_order_until_a_date_is_corrected()
    {
        var batch = Deal.OnRelease().Event(Deal.Person, Release("2014-05-01"), Rearrest("2014-05-01"));
        Verdict(batch.Event(Deal.Name, Signed())).ShouldBe("AdvancedDespiteRegression");
        Verdict(Deal.OnRelease().Event(Deal.Person, Rearrest("2014-05-01"), Release("2014-05-01")).Event(Deal.Name, Signed())).ShouldBe("Rewarded");
        Verdict(Deal.OnRelease().Event(Deal.Person, Release("2014-05-02"), Rearrest("2014-05-01")).Correct(FirstMore, ("occurred", "2014-05-01")).Event(Deal.Name, Signed()))
            .ShouldStartWith("Indeterminate");
    }

    [Fact]
    public void What_stands_in_a_ring_says_nothing() => Verdict(Deal.OnRelease()
        .Event(Deal.Person, Release("2014-05-01")).Event(Deal.Person, Rearrest("2014-05-01") with { Follows = [FirstMore] })
        .Correct(FirstMore, ("follows", new[] { SecondMore })).Event(Deal.Name, Signed())).ShouldStartWith("Indeterminate");

    [Fact]
    public void A_demand_stands_at_the_start_of_its_day_unless_it_follows()
    {
        // Met when it was asked, it would not count.
        var freed = Deal.Linked().Held(Deal.Person, "2012").Event(Deal.Person, Release("2013-04-18"));
        Verdict(freed.Asked(Deal.Release, Deal.Person).Attached(Deal.Release).Event(Deal.Name, Signed())).ShouldBe("Rewarded");
        var after = Deal.Linked().Held(Deal.Person, "2012").Event(Deal.Person, Release("2013-04-18"))
            .Asked(Deal.Release, Deal.Person).Correct(Id(7), ("follows", new[] { Id(6) })).Attached(Deal.Release);
        Verdict(after.Event(Deal.Name, Signed())).ShouldBe("LinkedWithoutConditions");
    }

    [Fact]
    public void A_fact_recorded_twice_stands_at_its_first_line_and_keeps_what_either_follows()
    {
        var twice = Deal.OnRelease().Event(Deal.Person, Rearrest("2014-05-01")).Event(Deal.Person, Release("2014-05-01"));
        Verdict(twice.Event(Deal.Person, Release("2014-05-01") with { Follows = [FirstMore] }).Event(Deal.Name, Signed())).ShouldBe("Rewarded");
    }

    // Worlds

    [Fact]
    public void A_partial_date_that_spans_the_gate_decides()
    {
        var gate = Gate(Deal.OnRelease().Event(Deal.Person, Release("2015-12")).Event(Deal.Name, Signed()));
        gate.Verdict.ShouldBe("Indeterminate: Rewarded or AdvancedUnmet");
        gate.Deciding.ShouldBe([FirstMore]);
    }

    [Fact]
    public void No_world_has_an_event_before_one_that_it_follows()
    {
        var release = Release("2015-12") with { Follows = [FirstMore] };
        Verdict(Deal.OnRelease().Event(Deal.Person, new HearingHeld { Occurred = On("2015-12-22") }).Event(Deal.Person, release).Event(Deal.Name, Signed())).ShouldBe("AdvancedUnmet");
        // One that leaves no world is ignored.
        Verdict(Deal.OnRelease().Event(Deal.Person, new HearingHeld { Occurred = On("2016") }).Event(Deal.Person, release).Event(Deal.Name, Signed())).ShouldStartWith("Indeterminate");
    }

    [Fact]
    public void No_world_has_an_attachment_before_its_demand_nor_a_detachment_before_what_it_takes_back()
    {
        var attached = Deal.Linked().Held(Deal.Person, "2012").Asked(Deal.Release, Deal.Person, "2014-05-10").Attached(Deal.Release, date: "2014-05");
        var gate = new MilestoneReached(Milestone.Initialled) { Occurred = On("2014-05-05") };
        Verdict(attached.Event(Deal.Name, gate)).ShouldBe("LinkedWithoutConditions");
        var detached = Deal.OnRelease().Event(Deal.Name, new ConditionDetached(Deal.Release) { Occurred = On("2013") });
        // Detached in 2013 after the attachment of 18 April, and so before the gate.
        Verdict(detached.Event(Deal.Name, Signed("2013-12-31"))).ShouldBe("Indeterminate: LinkedWithoutConditions or AdvancedUnmet");
        Verdict(detached.Event(Deal.Name, Signed("2014-12-31"))).ShouldBe("LinkedWithoutConditions");
    }

    [Fact]
    public void A_contested_matter_begins_on_the_first_day_of_its_date()
    {
        StatusContested contested = new("custody", [new Claim("held", "One", ClaimedStatus.Held), new Claim("free", "Other", ClaimedStatus.AtLiberty)]) { Occurred = On("2015-12") };
        var gate = Gate(Deal.OnRelease().Event(Deal.Person, contested).Event(Deal.Name, Signed("2015-12-02")));
        gate.Verdict.ShouldBe("Indeterminate: Rewarded or AdvancedUnmet");
        gate.Deciding.ShouldBe([FirstMore]);
        Verdict(Deal.OnRelease().Event(Deal.Person, contested).Event(Deal.Person, new ClaimsReconciled(FirstMore, "free", "x") { Occurred = On("2020") }).Event(Deal.Name, Signed("2015-12-02"))).ShouldBe("Rewarded");
    }

    [Fact]
    public void As_of_V_no_item_has_a_day_after_V()
    {
        var given = Deal.OnRelease().Event(Deal.Person, Release("2015-12")).Event(Deal.Name, Signed());
        Gate(given, "2015-12-21").Verdict.ShouldStartWith("Indeterminate");
        var later = Deal.OnRelease().Event(Deal.Person, Release("2015-12-22/2015-12-30")).Event(Deal.Name, Signed("2015-12"));
        Gate(later, "2015-12-21").Verdict.ShouldBe("AdvancedUnmet");
        Gate(later).Verdict.ShouldStartWith("Indeterminate");
    }

    [Fact]
    public void Gates_of_one_day_are_not_each_others_baseline()
    {
        var given = Deal.OnRelease().Event(Deal.Person, Release("2014-05-01")).Event(Deal.Name, Signed()).Event(Deal.Name, new MilestoneReached(Milestone.Initialled) { Occurred = On(GateDay) });
        foreach (var gate in BruteForce.Judge(CampaignState.Of(given.Log, Viewpoints.Now), Deal.Name)!.Gates)
            gate.Annotations.ShouldNotContain(annotation => annotation.Kind == "MetEarlier");
    }

    // What a demand is measured by

    [Fact]
    public void House_arrest_is_partly_met_where_there_was_custody()
    {
        var home = new HouseArrestOrdered { Occurred = On("2014-05-01") };
        Gate(Deal.OnRelease().Event(Deal.Person, home).Event(Deal.Name, Signed())).Conditions.Single().AtGate.ShouldBe([Domain.Statuses.Rank.PartlyMet]);
        Verdict(Deal.OnRelease().Event(Deal.Person, home).Event(Deal.Name, Signed())).ShouldBe("PartlyConditioned");
        Verdict(Deal.OnRelease().Event(Deal.Person, home).Event(Deal.Name, Signed("2014-06-01")).Event(Deal.Person, new Arrested { Occurred = On("2014-07-01") })
            .Event(Deal.Name, new MilestoneReached(Milestone.EnteredIntoForce) { Occurred = On(GateDay) })).ShouldBe("AdvancedDespiteRegression");
        Verdict(Deal.Linked().ACase(Deal.Person).Asked(Deal.Release, Deal.Person).Attached(Deal.Release).Event(Deal.Person, home).Event(Deal.Name, Signed())).ShouldBe("AdvancedUnmet");
    }

    [Theory]
    [InlineData(Enough.MetConditionally, "Rewarded")]
    [InlineData(Enough.Met, "PartlyConditioned")]
    public void What_is_enough_is_said_by_the_attachment(Enough enough, string verdict) => Verdict(Deal.Linked().Held(Deal.Person, "2012").Asked(Deal.Release, Deal.Person)
        .Event(Deal.Name, new ConditionAttached(Deal.Release, Requirement.Necessary, Enough: enough) { Occurred = On("2013-04-18") })
        .Event(Deal.Person, Release("2014-05-01", ReleaseManner.Parole)).Event(Deal.Name, Signed())).ShouldBe(verdict);

    [Theory]
    [InlineData("Human Rights Watch", null, "Rewarded", false)]
    [InlineData("the KAZAKHSTAN", null, "AdvancedUnmet", false)]
    [InlineData("KZ", null, "AdvancedUnmet", false)]
    [InlineData("Prosecutor", ReviewerSide.ReformingSide, "AdvancedUnmet", false)]
    [InlineData("The Council", null, "Rewarded", true)]
    [InlineData("EU", null, "Rewarded", true)]
    [InlineData("The Council", ReviewerSide.None, "Rewarded", false)]
    [InlineData("Prosecutor", ReviewerSide.PromisingSide, "Rewarded", true)]
    public void Nobody_reviews_himself(string reviewer, ReviewerSide? side, string verdict, bool reviewedByASide)
    {
        var gate = Gate(Deal.Linked().Asked("law").Attached("law").Event("law", new FulfilmentAssessed(Fulfilment.Met, reviewer, ReviewerSide: side) { Occurred = On("2014-05-01") }).Event(Deal.Name, Signed()));
        gate.Verdict.ShouldBe(verdict);
        gate.Annotations.Any(annotation => annotation.Kind == "ReviewedByASide").ShouldBe(reviewedByASide);
    }

    [Fact]
    public void A_claim_of_whom_is_asked_makes_no_world()
    {
        StatusContested contested = new("progress", [new Claim("none", "HRW", ClaimedStatus.NotMet), new Claim("all", "Kazakhstan", ClaimedStatus.Met)]) { Occurred = On("2014-05-01") };
        Verdict(Deal.Linked().Asked("law").Attached("law").Event("law", contested).Event(Deal.Name, Signed())).ShouldBe("AdvancedUnmet");
        Verdict(Deal.Linked().Asked("law").Attached("law").Event("law", contested).Event("law", new ClaimsReconciled(Id(6), "all", "x") { Occurred = On("2020") }).Event(Deal.Name, Signed())).ShouldBe("Rewarded");
    }

    public static TheoryData<string, CampaignEvent[], string> AfterTheFirstGate => new()
    {
        { "a charge in prison", [new Charged("1") { Occurred = On("2014-07-01") }], "AdvancedDespiteRegression" },
        { "a charge in prison, undone by house arrest? No: by liberty alone", [new Charged("1") { Occurred = On("2014-07-01") }, new HouseArrestOrdered { Occurred = On("2014-08-01") }], "AdvancedDespiteRegression" },
        { "a custodial sentence", [new Convicted(true) { Occurred = On("2014-07-01") }], "AdvancedDespiteRegression" },
        { "a custodial sentence that house arrest undoes", [new Convicted(true) { Occurred = On("2014-07-01") }, new HouseArrestOrdered { Occurred = On("2014-08-01") }], "PartlyConditioned" },
        { "a custodial sentence that is quashed", [new Convicted(true) { Occurred = On("2014-07-01") }, new AppealDecided(AppealOutcome.Quashed) { Occurred = On("2014-08-01") }], "AdvancedUnmet" },
        { "a custodial sentence that falls with an acquittal", [new Convicted(true) { Occurred = On("2014-07-01") }, new AppealDecided(AppealOutcome.Acquitted) { Occurred = On("2014-08-01") }], "AdvancedUnmet" },
        { "a longer sentence that is shortened", [new AppealDecided(AppealOutcome.Lengthened) { Occurred = On("2014-07-01") }, new AppealDecided(AppealOutcome.Shortened) { Occurred = On("2014-08-01") }], "AdvancedUnmet" },
        { "a custodial sentence that is shortened", [new Convicted(true) { Occurred = On("2014-07-01") }, new AppealDecided(AppealOutcome.Shortened) { Occurred = On("2014-08-01") }], "AdvancedDespiteRegression" },
        { "a harsher regime that is eased", [new Transferred(RegimeStep.Away) { Occurred = On("2014-07-01") }, new Transferred(RegimeStep.Toward) { Occurred = On("2014-08-01") }], "AdvancedUnmet" },
        { "freed, and arrested under whatever name", [Release("2014-07-01"), new Arrested { Occurred = On("2014-08-01") }], "AdvancedDespiteRegression" },
        { "freed, and under house arrest", [Release("2014-07-01"), new HouseArrestOrdered { Occurred = On("2014-08-01") }], "AdvancedDespiteRegression" },
    };

    [Theory, MemberData(nameof(AfterTheFirstGate), DisableDiscoveryEnumeration = true)]
    public void Steps_away_are_undone_each_in_its_way(string what, CampaignEvent[] events, string verdict)
    {
        var given = Deal.OnRelease().Event(Deal.Name, Signed("2014-06-01"));
        foreach (var e in events) given.Event(Deal.Person, e);
        Verdict(given.Event(Deal.Name, new MilestoneReached(Milestone.EnteredIntoForce) { Occurred = On(GateDay) })).ShouldBe(verdict, what);
    }

    // Verdicts, annotations, the word

    [Fact]
    public void A_gate_that_holds_back_needs_no_necessary_condition_to_be_Withheld()
    {
        var contributing = Deal.Linked().Held(Deal.Person, "2012").Asked(Deal.Release, Deal.Person).Attached(Deal.Release, Requirement.Contributing);
        Verdict(contributing.Gate(Milestone.Suspended, GateDay, new Ground(Demand: Deal.Release))).ShouldBe("Withheld");
        Verdict(Deal.Linked().Gate(Milestone.Suspended, GateDay, new Ground(IssueArea: " Human  rights"))).ShouldBe("Withheld");
        Verdict(Deal.Linked().Gate(Milestone.Suspended, GateDay, new Ground(Words: "trade"))).ShouldBe("LinkedWithoutConditions");
        Verdict(Deal.OnRelease().Gate(Milestone.Suspended, GateDay, new Ground(Words: "trade"))).ShouldBe("StalledOtherGrounds");
    }

    [Fact]
    public void A_ground_may_have_been_met_already_or_closed_while_it_was()
    {
        var met = Deal.OnRelease().Event(Deal.Person, Release("2014-05-01"));
        Annotations(met.Gate(Milestone.Suspended, GateDay, new Ground(Demand: Deal.Release))).ShouldContain($"GroundAlreadyMet ({Deal.Release})");
        var closed = Deal.OnRelease().Event(Deal.Person, Release("2014-05-01")).Event(Deal.Release, new DemandLapsed("Done") { Occurred = On("2014-06-01") });
        var annotations = Annotations(closed.Gate(Milestone.Suspended, GateDay, new Ground(Demand: Deal.Release))).ToList();
        annotations.ShouldContain($"GroundAlreadyMet ({Deal.Release})");
        annotations.ShouldNotContain(text => text.StartsWith("OtherGrounds"));
        var unmet = Deal.OnRelease().Event(Deal.Release, new DemandLapsed("Overtaken") { Occurred = On("2014-06-01") });
        Annotations(unmet.Gate(Milestone.Suspended, GateDay, new Ground(Demand: Deal.Release))).ShouldContain($"OtherGrounds ({Deal.Release})");
    }

    [Fact]
    public void A_death_in_custody_is_told_at_every_later_gate_also_of_a_demand_closed_since()
    {
        var died = Deal.OnRelease().Event(Deal.Person, new DiedInCustody { Occurred = On("2014-05-01") });
        Annotations(died.Event(Deal.Name, Signed())).ShouldContain($"DiedInCustody ({Deal.Release})");
        Annotations(died.Event(Deal.Release, new DemandLapsed("Dead") { Occurred = On("2014-05-01") }).Event(Deal.Name, new MilestoneReached(Milestone.Lifted) { Occurred = On("2016") }))
            .ShouldContain($"DiedInCustody ({Deal.Release})");
    }

    [Fact]
    public void What_is_met_or_lost_afterwards_is_told_for_a_year_or_until_the_next_gate()
    {
        Annotations(Deal.OnRelease().Event(Deal.Name, Signed("2014-01-01")).Event(Deal.Person, Release("2015-01-01"))).ShouldContain($"MetAfterwards ({Deal.Release}, 365 days)");
        Annotations(Deal.OnRelease().Event(Deal.Name, Signed("2014-01-01")).Event(Deal.Person, Release("2015-01-02"))).ShouldNotContain(text => text.StartsWith("MetAfterwards"));
        Annotations(Deal.OnRelease().Event(Deal.Name, Signed("2014-01-01")).Event(Deal.Person, Release("2014-01-01"))).ShouldContain($"MetAfterwards ({Deal.Release}, 0 days)");
        Annotations(Deal.OnRelease().Event(Deal.Person, Release("2013-12-01")).Event(Deal.Name, Signed("2014-01-01")).Event(Deal.Person, Rearrest("2014-01-10/2014-01-12")))
            .ShouldContain($"LostAfterwards ({Deal.Release}, 9 to 11 days)");
    }

    [Fact]
    public void The_word_is_Partly_where_every_advance_was_earned_at_least_in_part()
    {
        var given = Deal.OnRelease().Held("case-2", "2012").Asked("release-2", "case-2").Attached("release-2").Event(Deal.Person, Release("2014-05-01")).Event(Deal.Name, Signed());
        BruteForce.Judge(CampaignState.Of(given.Log, Viewpoints.Now), Deal.Name)!.Word.ShouldBe("Partly");
    }
}
