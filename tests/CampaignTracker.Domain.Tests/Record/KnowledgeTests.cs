using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Record;

/// <summary>In every history the campaign is event 1, the case event 2 and the arrest event 3.</summary>
public class KnowledgeTests
{
    private static Given AnArrest(Sensitivity ofCase = Sensitivity.Public, Sensitivity ofArrest = Sensitivity.Public) => new Given()
        .Event("case-1", new CaseOpened("Vladimir Kozlov") { Occurred = On("2012"), Sensitivity = ofCase })
        .Event("case-1", new Arrested("KNB") { Occurred = On("2012-01-23"), Sensitivity = ofArrest });

    private static readonly Guid Arrest = Id(3);

    private static Arrested ArrestIn(Given history) => history.Fact(Arrest).Event.ShouldBeOfType<Arrested>();

    [Fact]
    public void A_correction_replaces_the_fields_it_names()
    {
        var history = AnArrest().Correct(Arrest, ("occurred", "2012-01-24"), ("place", "Almaty"), ("by", null));
        var arrest = ArrestIn(history);
        (arrest.Occurred.Text, arrest.Place, arrest.By).ShouldBe(("2012-01-24", "Almaty", null));
        history.Fact(Arrest).Recorded.Event.Occurred.Text.ShouldBe("2012-01-23");
        history.Fact(Arrest).Amendments.ShouldHaveSingleItem().Id.ShouldBe(Id(4));
        history.Fact(Arrest).Corrected.ShouldBeTrue();
    }

    [Fact]
    public void The_latest_correction_of_a_field_holds()
    {
        var arrest = ArrestIn(AnArrest().Correct(Arrest, ("by", "Police"), ("place", "Almaty")).Correct(Arrest, ("by", "Ministry")));
        (arrest.By, arrest.Place).ShouldBe(("Ministry", "Almaty"));
    }

    [Fact]
    public void A_corrected_correction_makes_the_corrected_change()
    {
        var history = AnArrest().Correct(Arrest, ("by", "Police"), ("place", "Almaty")).Correct(Id(4), ("changes", Changes(("by", "Ministry"))));
        (ArrestIn(history).By, ArrestIn(history).Place).ShouldBe(("Ministry", null));
        ((EventCorrected)history.Fact(Arrest).Amendments.Single().Event).Changes.Keys.ShouldBe(["by"]);
    }

    [Fact]
    public void A_correction_that_was_aimed_at_another_event_by_mistake_can_be_turned()
    {
        var history = AnArrest().Event("case-1", new Arrested("KNB") { Occurred = On("2013") })
            .Correct(Id(4), ("place", "Almaty")).Correct(Id(5), ("corrects", Arrest));
        ArrestIn(history).Place.ShouldBe("Almaty");
        ((Arrested)history.Fact(Id(4)).Event).Place.ShouldBeNull();
    }

    [Fact]
    public void A_retracted_correction_counts_for_nothing() =>
        ArrestIn(AnArrest().Correct(Arrest, ("by", "Police")).Retract(Id(4))).By.ShouldBe("KNB");

    [Fact]
    public void A_retracted_event_leaves_its_story_but_stays_among_the_facts()
    {
        var known = AnArrest().Retract(Arrest).Known();
        known.Fact(Arrest).ShouldNotBeNull().Retracted.ShouldBeTrue();
        known.History("case-1").ShouldNotBeNull().Of<Arrested>().ShouldBeEmpty();
    }

    [Fact]
    public void A_retracted_retraction_brings_the_event_back()
    {
        var history = AnArrest().Retract(Arrest).Retract(Id(4));
        history.Fact(Arrest).Retracted.ShouldBeFalse();
        history.Retract(Id(5)).Fact(Arrest).Retracted.ShouldBeTrue();
    }

    [Fact]
    public void A_correction_that_does_not_fit_its_event_counts_for_nothing()
    {
        var history = AnArrest().Correct(Arrest, ("colour", "red")).Correct(Arrest, ("occurred", null)).Correct(Arrest, ("by", "Police"));
        ArrestIn(history).By.ShouldBe("Police");
        history.Fact(Arrest).Amendments.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_correction_cannot_move_an_event()
    {
        var history = AnArrest().ACase("case-2").Correct(Arrest, ("subject", "case-2"), ("campaign", "other"));
        (ArrestIn(history).Campaign, ArrestIn(history).Subject).ShouldBe((Given.Campaign, "case-1"));
    }

    [Fact]
    public void A_retracted_opening_leaves_no_subject_of_a_kind()
    {
        var history = AnArrest().Retract(Id(2)).Known().History("case-1").ShouldNotBeNull();
        (history.Kind, history.Opening).ShouldBe((null, null));
    }

    [Fact]
    public void What_is_recorded_after_K_is_not_known_at_K()
    {
        var history = AnArrest().Correct(Arrest, ("by", "Police")).Retract(Arrest);
        ((Arrested)history.Known(upTo: 3).Fact(Arrest)!.Event).By.ShouldBe("KNB");
        ((Arrested)history.Known(upTo: 4).Fact(Arrest)!.Event).By.ShouldBe("Police");
        history.Known(upTo: 4).Fact(Arrest)!.Retracted.ShouldBeFalse();
        history.Known(upTo: 2).Fact(Arrest).ShouldBeNull();
    }

    [Fact]
    public void Facts_of_one_subject_stand_in_the_order_of_dates_then_of_the_batch()
    {
        var history = new Given().ACase("case-1")
            .Event("case-1", new ReleaseAchieved(ReleaseManner.Parole) { Occurred = On("2016-08-04"), Effective = On("2016-08-19") },
                new Arrested { Occurred = On("2016-08-19") }, new HearingHeld { Occurred = On("2016-08") }, new HearingHeld { Occurred = On("2016-08-01") })
            .Known().History("case-1").ShouldNotBeNull();
        history.Facts.Select(fact => fact.Event.MovesAt().Text).ShouldBe(["2012", "2016-08-01", "2016-08", "2016-08-19", "2016-08-19"]);
        history.Facts.TakeLast(2).Select(fact => fact.Event.GetType()).ShouldBe([typeof(ReleaseAchieved), typeof(Arrested)]);
    }

    [Fact]
    public void Merged_subjects_are_read_as_one()
    {
        var known = new Given().ACase("case-1").ACase("case-2", "Wladimir Koslow").ACase("case-3")
            .Event("case-1", new Arrested { Occurred = On("2012-01-23") })
            .Event("case-1", new SubjectMerged("case-2") { Occurred = On("2026") }).Event("case-2", new SubjectMerged("case-3") { Occurred = On("2026") }).Known();
        known.Canonical("case-1").ShouldBe("case-3");
        known.History("case-1").ShouldBe(known.History("case-3"));
        known.History("case-3").ShouldNotBeNull().Of<Arrested>().ShouldHaveSingleItem().Subject.ShouldBe("case-3");
        known.Histories.Select(history => history.Name).ShouldBe(["case-3", Given.Campaign]);
    }

    [Fact]
    public void A_merge_that_would_close_a_ring_is_not_taken_and_those_before_it_stand()
    {
        var history = new Given().ACase("case-1").ACase("case-2").ACase("case-3").ACase("case-4");
        history.Event("case-1", new SubjectMerged("case-2") { Occurred = On("2026") }).Event("case-2", new SubjectMerged("case-3") { Occurred = On("2026") })
            .Event("case-3", new SubjectMerged("case-1") { Occurred = On("2026") }).Event("case-4", new SubjectMerged("case-1") { Occurred = On("2026") });
        new[] { "case-1", "case-2", "case-3", "case-4" }.Select(history.Known().Canonical).ShouldBe(["case-3", "case-3", "case-3", "case-3"]);
        history.Retract(Id(7)).Known().Canonical("case-3").ShouldBe("case-2");
    }

    [Fact]
    public void A_second_merge_of_a_subject_leaves_the_first_standing()
    {
        var history = new Given().ACase("case-1").ACase("case-2").ACase("case-3")
            .Event("case-1", new SubjectMerged("case-2") { Occurred = On("2026") }).Event("case-1", new SubjectMerged("case-3") { Occurred = On("2026") });
        history.Known().Canonical("case-1").ShouldBe("case-2");
        history.Retract(Id(5)).Known().Canonical("case-1").ShouldBe("case-3");
    }

    [Fact]
    public void What_stays_keeps_its_own_opening_and_title_and_takes_over_what_it_lacks()
    {
        var known = new Given()
            .Event("kept", new DemandIssued("Release Person One", "European Parliament", ["KZ"], "calls for", Force.Call) { Occurred = On("2013-04-18") })
            .Event("again", new DemandIssued("Free Person One", "IPHR", ["EU"], "urges", Force.Urge, Criterion: "at liberty", Theme: "prisoners") { Occurred = On("2012-04-19") })
            .Event("again", new SubjectMerged("kept") { Occurred = On("2026") })
            .Known().History("kept").ShouldNotBeNull();
        var opening = known.Opening.ShouldNotBeNull().Event.ShouldBeOfType<DemandIssued>();
        (opening.By, opening.OperativeVerb, opening.Occurred.Text, opening.Criterion!.Value, opening.Theme)
            .ShouldBe(("European Parliament", "calls for", "2013-04-18", "at liberty", "prisoners"));
        known.Title.ShouldBe("Release Person One");
        known.Aliases.ShouldBe(["Free Person One"]);
        known.TakenOver.ShouldBe([new TakenOver("theme", "again"), new TakenOver("criterion", "again")], ignoreOrder: true);
    }

    [Fact]
    public void What_stays_takes_over_nothing_that_it_says_by_leaving_it_out()
    {
        var known = new Given().ACase("case-1").ACase("case-2")
            .Event("kept", new DemandIssued("Release Person One", "EP", ["KZ"], "calls for", Force.Call, About: "case-1") { Occurred = On("2013-04-18") })
            .Event("again", new DemandIssued("Inquire", "EP", ["KZ"], "calls for", Force.Call, About: "case-2", MeasuredBy: Measure.Reviewer) { Occurred = On("2013-04-18") })
            .Event("again", new SubjectMerged("kept") { Occurred = On("2026") })
            .Event("deal", new AgreementDefined("EPCA", ["EU", "KZ"], []) { Occurred = On("2013") })
            .Event("twin", new AgreementDefined("EPCA", ["EU", "KZ"], [], Kind: BenefitKind.RestrictiveMeasure) { Occurred = On("2013") })
            .Event("twin", new SubjectMerged("deal") { Occurred = On("2026") }).Known();
        ((DemandIssued)known.History("kept")!.Opening!.Event).MeasuredBy.ShouldBeNull("about a case, it asks for liberty");
        ((AgreementDefined)known.History("deal")!.Opening!.Event).Kind.ShouldBe(BenefitKind.Agreement);
    }

    [Fact]
    public void What_something_is_and_is_called_is_known_whatever_V_is()
    {
        var given = new Given().Event("deal", new AgreementDefined("EPCA", ["EU", "KZ"], [new GateHolder("Council", [Milestone.Signed])]) { Occurred = On("2015") })
            .Event("deal", new MilestoneReached(Milestone.Signed, ["Council"]) { Occurred = On("2014-03-01") });
        var state = CampaignState.Of(given.Log, Viewpoints.Of(On("2014-12-31")));
        state.History("deal").ShouldNotBeNull().Kind.ShouldBe(SubjectKind.Agreement);
        state.TitleOf("deal").ShouldBe("EPCA");
        state.Opened.ShouldNotBeNull();
        CampaignState.Of(given.Log, Viewpoints.Of(On("2013"))).History("deal")!.Kind.ShouldBeNull("nothing of it had happened");
    }

    [Fact]
    public void A_retracted_merge_parts_the_subjects_again() =>
        new Given().ACase("case-1").ACase("case-2").Event("case-1", new SubjectMerged("case-2") { Occurred = On("2026") }).Retract(Id(4))
            .Known().Canonical("case-1").ShouldBe("case-1");

    [Theory]
    [InlineData(Sensitivity.Public, 1, 2)]
    [InlineData(Sensitivity.Internal, 1, 2, 3)]
    [InlineData(Sensitivity.Restricted, 1, 2, 3, 4)]
    public void A_viewer_sees_events_up_to_the_clearance(Sensitivity clearance, params int[] seen) =>
        Seen(AnArrest(ofArrest: Sensitivity.Internal).Event("case-1", new Charged("164") { Occurred = On("2012"), Sensitivity = Sensitivity.Restricted }), clearance).ShouldBe(seen);

    [Fact]
    public void What_came_after_a_restricted_event_is_seen_and_that_it_did_is_not()
    {
        var charge = new Charged("164") { Occurred = On("2012-01-23"), Follows = [Id(2), Arrest] };
        var history = AnArrest(ofArrest: Sensitivity.Restricted).Event("case-1", charge)
            .Correct(Id(4), ("follows", new[] { Arrest }), ("charge", "Inciting")).Correct(Id(5), ("changes", Changes(("follows", new[] { Arrest }))));
        Seen(history, Sensitivity.Public).ShouldBe([1, 2, 4, 5, 6]);
        history.Known(upTo: 4, Sensitivity.Public).Fact(Id(4))!.Event.Follows.ShouldBe([Id(2)]);
        foreach (var fact in history.Known(clearance: Sensitivity.Public).Facts)
        {
            foreach (var told in fact.Amendments.Append(fact.Recorded).Select(recorded => recorded.Event).Append(fact.Event))
                System.Text.Encoding.UTF8.GetString(Domain.Catalogue.EventJson.Write(told)).ShouldNotContain(Arrest.ToString());
        }
        history.Fact(Id(4)).Event.Follows.ShouldBe([Arrest]);
    }

    [Fact]
    public void Nothing_public_shows_of_a_restricted_case() => Seen(AnArrest(ofCase: Sensitivity.Restricted), Sensitivity.Internal).ShouldBe([1]);

    [Fact]
    public void A_demand_about_a_restricted_case_is_hidden_with_all_that_is_about_it() =>
        Seen(AnArrest(ofCase: Sensitivity.Restricted).ADemand("demand-1", about: "case-1").AnAgreement("epca")
            .Event("demand-1", new DemandLapsed("Freed") { Occurred = On("2016") })
            .Event("epca", new Domain.Agreements.ConditionAttached("demand-1", Domain.Agreements.Requirement.Necessary) { Occurred = On("2013") })
            .Event("epca", new Domain.Agreements.MilestonePostponed(Domain.Agreements.Milestone.Signed, Grounds: [new Domain.Agreements.Ground(Demand: "demand-1")]) { Occurred = On("2013") }),
            Sensitivity.Internal).ShouldBe([1, 5]);

    [Fact]
    public void An_assessment_is_as_sensitive_as_its_evidence() =>
        Seen(AnArrest(ofArrest: Sensitivity.Internal).ADemand("demand-1")
            .Event("demand-1", new FulfilmentAssessed(Fulfilment.Met, "Reviewer", [Arrest]) { Occurred = On("2016") }).Retract(Id(5)), Sensitivity.Public).ShouldBe([1, 2, 4]);

    [Fact]
    public void A_correction_that_raises_the_sensitivity_hides_the_event_and_itself() =>
        Seen(AnArrest().Correct(Arrest, ("sensitivity", "Restricted")), Sensitivity.Internal).ShouldBe([1, 2]);

    [Fact]
    public void A_correction_that_lowers_the_sensitivity_discloses_the_event_as_it_is_now_alone()
    {
        var history = AnArrest(ofArrest: Sensitivity.Restricted).Correct(Arrest, ("sensitivity", "Public"), ("by", null));
        var fact = history.Known(clearance: Sensitivity.Public).Fact(Arrest).ShouldNotBeNull();
        fact.Event.Sensitivity.ShouldBe(Sensitivity.Public);
        ((Arrested)fact.Recorded.Event).By.ShouldBeNull();
        ((Arrested)history.Known().Fact(Arrest)!.Recorded.Event).By.ShouldBe("KNB");
    }

    [Fact]
    public void A_correction_that_was_made_while_the_event_was_restricted_stays_hidden() =>
        Seen(AnArrest().Correct(Arrest, ("sensitivity", "Restricted"), ("by", "An informer")).Correct(Arrest, ("sensitivity", "Public"), ("by", "KNB")),
            Sensitivity.Public).ShouldBe([1, 2, 3, 5]);

    [Fact]
    public void A_restricted_correction_changes_nothing_for_others()
    {
        var history = AnArrest().Event("case-1", new EventCorrected(Arrest, Changes(("by", "Informer")), "x") { Occurred = On("2026"), Sensitivity = Sensitivity.Restricted });
        ((Arrested)history.Known(clearance: Sensitivity.Internal).Fact(Arrest)!.Event).By.ShouldBe("KNB");
        ArrestIn(history).By.ShouldBe("Informer");
    }

    [Fact]
    public void A_restricted_lowering_lowers_nothing_for_those_who_cannot_see_it()
    {
        var history = AnArrest(ofArrest: Sensitivity.Restricted)
            .Event("case-1", new EventCorrected(Arrest, Changes(("sensitivity", "Public")), "x") { Occurred = On("2026"), Sensitivity = Sensitivity.Restricted });
        Seen(history, Sensitivity.Public).ShouldBe([1, 2]);
    }

    [Fact]
    public void A_correction_that_names_a_restricted_case_is_hidden() =>
        Seen(AnArrest(ofCase: Sensitivity.Restricted).ADemand("demand-1").Correct(Id(4), ("about", "case-1")).Correct(Id(4), ("about", null)),
            Sensitivity.Public).ShouldBe([1, 4, 6]);

    [Fact]
    public void A_case_that_was_restricted_by_mistake_and_is_recorded_anew_shows() =>
        Seen(AnArrest(ofCase: Sensitivity.Restricted).Retract(Id(2)).ACase("case-1"), Sensitivity.Public).ShouldBe([1, 3, 5]);

    [Fact]
    public void A_merge_into_a_restricted_case_does_not_show()
    {
        var known = new Given().ACase("case-1")
            .Event("case-2", new CaseOpened("R. T.") { Occurred = On("2012"), Sensitivity = Sensitivity.Restricted })
            .Event("case-1", new SubjectMerged("case-2") { Occurred = On("2026") }).Known(clearance: Sensitivity.Public);
        known.Canonical("case-1").ShouldBe("case-1");
        known.History("case-2").ShouldBeNull();
    }

    [Fact]
    public void Ten_thousand_events_with_corrections_upon_corrections_are_known()
    {
        var history = new Given().ACase("case-1");
        history.Event("case-1", [.. Enumerable.Range(0, 9_000).Select(i => new Arrested($"{i}") { Occurred = On("2012"), Sensitivity = (Sensitivity)(i % 2) })]);
        for (var i = 0; i < 250; i++) history.Correct(Id(3 + i), ("place", "Almaty"), ("sensitivity", "Public"));
        // Each retracts the retraction before.
        for (var i = 0; i < 250; i++) history.Retract(history.Last.Id);
        history.Event("case-1", [.. Enumerable.Range(0, 500).Select(i => new StatusContested("x", [], Id(3 + i)) { Occurred = On("2012") })]);

        var known = history.Known(clearance: Sensitivity.Public);

        known.Facts.Count.ShouldBeInRange(5_000, 9_000);
    }

    private static IEnumerable<int> Seen(Given history, Sensitivity clearance) =>
        history.Known(clearance: clearance).Facts.Select(fact => (int)fact.Recorded.Sequence);
}
