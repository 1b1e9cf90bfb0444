using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Resolutions;
using CampaignTracker.Domain.Restrictions;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Catalogue;

/// <summary>domain.md, 'What is refused', for every event.</summary>
public class EventRulesTests
{
    private static readonly Given ACaseIsOpen = new Given().ACase("case-1");
    private static readonly Arrested Arrest = new("KNB") { Occurred = On("2012-01-23") };

    [Fact]
    public void A_fact_with_a_source_is_accepted() => ACaseIsOpen.When("case-1", Arrest).ShouldBeAccepted();

    [Fact]
    public void A_fact_without_a_source_is_refused() => WithoutSource("case-1", Arrest).ShouldRefuse("sources", "no_source").Message().ShouldContain("Unverified");

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void An_unverified_fact_says_in_the_note_why_there_is_no_source(string? note) =>
        ACaseIsOpen.When("case-1", Arrest with { Confidence = Confidence.Unverified, Note = note is null ? null : new PersonalText(note) }).ShouldRefuse("note", "no_source");

    [Fact]
    public void An_unverified_fact_with_a_note_is_accepted() =>
        ACaseIsOpen.When("case-1", Arrest with { Confidence = Confidence.Unverified, Note = "Told by the family" }).ShouldBeAccepted();

    [Fact]
    public void To_open_a_subject_that_reports_no_fact_needs_no_source()
    {
        WithoutSource("case-2", new CaseOpened("R. T.") { Occurred = On("2012") }).ShouldBeAccepted();
        WithoutSource("ban-1", new RestrictionOpened("Ban on Alga!") { Occurred = On("2012") }).ShouldBeAccepted();
        WithoutSource("hrd", new DialogueSeriesOpened("Human rights dialogue") { Occurred = On("2012") }).ShouldBeAccepted();
        WithoutSource("epca", new AgreementDefined("EPCA", ["EU"], [new GateHolder("EP", [Milestone.ConsentGiven])]) { Occurred = On("2012") }).ShouldBeAccepted();
        EventRules.Check(new CampaignOpened("C", "EU", "KZ", "?") { Campaign = "c", Subject = "c", Occurred = On("2012") }, ACaseIsOpen.Lookup()).ShouldBeAccepted();
    }

    [Fact]
    public void An_adopted_text_and_an_issued_demand_need_a_source()
    {
        WithoutSource("res-1", new ResolutionAdopted("EP", ResolutionKind.UrgencyResolution, "Kazakhstan") { Occurred = On("2013-04-18") }).ShouldRefuse("sources", "no_source");
        WithoutSource("demand-1", new DemandIssued("Release", "EP", ["KZ"], "calls for", Force.Call) { Occurred = On("2013-04-18") }).ShouldRefuse("sources", "no_source");
    }

    [Fact]
    public void A_source_is_cited_or_has_an_informant()
    {
        var issues = ACaseIsOpen.When("case-1", Arrest with { Sources = [new Source("AFP", Url: "www.afp.com", ArchivedUrl: "ftp://a/b"), new Source(" ")] });
        issues.ShouldRefuse("sources[0].url", "no_url");
        issues.ShouldRefuse("sources[0].archivedUrl", "no_url");
        issues.ShouldRefuse("sources[1].citation", "no_citation");
        ACaseIsOpen.When("case-1", Arrest with { Sources = [new Source(Informant: "A neighbour")] }).ShouldBeAccepted();
    }

    [Theory]
    [InlineData("2026-06-02", true)]
    [InlineData("2026-06-01", false)]
    [InlineData("2026-06", false)]
    [InlineData("2026", false)]
    [InlineData("2026-07", true)]
    [InlineData("2027~", true)]
    [InlineData("2026-06-01/2026-06-09", false)]
    public void A_fact_that_begins_after_today_is_refused(string occurred, bool refused)
    {
        var issues = ACaseIsOpen.When("case-1", Arrest with { Occurred = On(occurred) });
        if (refused) issues.ShouldRefuse("occurred", "future"); else issues.ShouldBeAccepted();
    }

    [Fact]
    public void What_is_expected_may_lie_in_the_future() =>
        new Given().ADialogue("hrd").When("hrd", new DialogueExpected(On("2027")) { Occurred = On("2026-11") }).ShouldBeAccepted();

    [Fact]
    public void A_decision_may_take_effect_in_the_future() => ACaseIsOpen.When("case-1", Arrest with { Effective = On("2027") }).ShouldBeAccepted();

    [Theory]
    [InlineData("2012-01-23", null, null)]
    [InlineData("2012-01-23~", null, null)]
    [InlineData("2012-01", null, "time_of_no_day")]
    [InlineData("2012", null, "time_of_no_day")]
    [InlineData("2012-01-23/2012-01-24", null, "time_of_no_day")]
    [InlineData("2012-01-23", "2012-02-01", "time_beside_effective")]
    [InlineData("2012-01-23", "2012-01-23", "time_beside_effective")]
    public void A_time_is_one_of_the_day_by_which_the_event_counts(string occurred, string? effective, string? code)
    {
        TimeOfDay.TryParse("14:30+06:00", out var time).ShouldBeTrue();
        var issues = ACaseIsOpen.When("case-1", Arrest with { Occurred = On(occurred), Effective = effective is null ? null : On(effective), At = time });
        if (code is null) issues.ShouldBeAccepted(); else issues.ShouldRefuse("at", code);
    }

    [Fact]
    public void An_event_may_come_after_events_of_any_subject_of_the_campaign()
    {
        var history = new Given().ACase("case-1").ADemand("demand-1");
        history.When("case-1", Arrest with { Occurred = On("2013-04-18"), Follows = [Id(2), Id(3)] }).ShouldBeAccepted();
        history.When("case-1", Arrest with { Follows = [Id(3), Id(99)] }).ShouldRefuse("follows", "unknown_event").Message().ShouldContain(Id(99).ToString());
    }

    [Fact]
    public void A_subject_that_was_never_opened_is_refused_with_the_way_to_open_it() =>
        ACaseIsOpen.When("case-9", Arrest).ShouldRefuse("subject", "unopened_subject").Message().ShouldContain("case_opened");

    [Fact]
    public void A_subject_whose_opening_was_retracted_is_refused() =>
        new Given().ACase("case-1").Retract(Id(2)).When("case-1", Arrest).ShouldRefuse("subject", "unopened_subject");

    [Theory]
    [InlineData("Case-1")]
    [InlineData("case 1")]
    [InlineData("1-case")]
    [InlineData("дело-1")]
    [InlineData("case-")]
    [InlineData("")]
    public void A_subject_has_a_short_name(string name) => ACaseIsOpen.When(name, Arrest).ShouldRefuse("subject", "bad_name");

    [Fact]
    public void A_subject_is_opened_once() =>
        ACaseIsOpen.When("case-1", new CaseOpened("Another") { Occurred = On("2013") }).ShouldRefuse("subject", "already_open").Message().ShouldContain("Vladimir Kozlov");

    [Fact]
    public void An_event_of_another_kind_of_subject_is_refused() =>
        ACaseIsOpen.When("case-1", new BanImposed { Occurred = On("2012") }).ShouldRefuse("subject", "wrong_kind").Message().ShouldContain("Restriction");

    [Fact]
    public void Events_of_the_campaign_and_of_its_subjects_are_kept_apart()
    {
        ACaseIsOpen.When("case-1", new ContextRecorded("Strike") { Occurred = On("2011") }).ShouldRefuse("subject", "not_the_campaign");
        ACaseIsOpen.When(Given.Campaign, Arrest).ShouldRefuse("subject", "wrong_kind");
        ACaseIsOpen.When(Given.Campaign, new AliasAdded("EU-KZ") { Occurred = On("2011") }).ShouldBeAccepted();
    }

    [Fact]
    public void A_subject_that_is_named_must_be_open_and_of_the_kind()
    {
        var history = new Given().ADialogue("hrd").AnAgreement("epca").ACase("case-1");
        history.When("hrd", new CaseRaised("case-9") { Occurred = On("2013") }).ShouldRefuse("case", "unopened_subject");
        history.When("hrd", new CaseRaised("epca") { Occurred = On("2013") }).ShouldRefuse("case", "wrong_kind");
        history.When("epca", new MilestonePostponed(Milestone.Signed, Grounds: [new Ground(Words: "Elections"), new Ground(Demand: "case-1")]) { Occurred = On("2013") })
            .ShouldRefuse("grounds[1].demand", "unopened_subject");
    }

    [Fact]
    public void An_event_that_is_named_must_be_recorded_on_the_same_subject()
    {
        ACaseIsOpen.When("case-1", new EventRetracted(Id(99), "x") { Occurred = On("2026") }).ShouldRefuse("retracts", "unknown_event");
        ACaseIsOpen.When("case-1", new EventRetracted(Id(1), "x") { Occurred = On("2026") }).ShouldRefuse("subject", "other_subject").Message().ShouldContain(Given.Campaign);
    }

    [Fact]
    public void An_event_of_a_subject_that_was_merged_is_corrected_where_it_was_recorded() =>
        new Given().ACase("case-1").Event("case-1", Arrest).ACase("case-2").Event("case-1", new SubjectMerged("case-2") { Occurred = On("2026") })
            .When("case-1", new EventCorrected(Id(3), Changes(("place", "Almaty")), "x") { Occurred = On("2026") }).ShouldBeAccepted();

    [Fact]
    public void A_required_text_is_not_blank_wherever_it_stands()
    {
        ACaseIsOpen.When("case-1", new Charged(" ") { Occurred = On("2012") }).ShouldRefuse("article", "empty");
        ACaseIsOpen.When("case-2", new CaseOpened("") { Occurred = On("2012") }).ShouldRefuse("name", "empty");
        ACaseIsOpen.When("demand-1", new DemandIssued("Release", "EP", ["KZ", ""], "calls for", Force.Call) { Occurred = On("2012") }).ShouldRefuse("addressees[1]", "empty");
        ACaseIsOpen.When("case-1", new StatusContested("custody", [new Claim("", "AFP"), new Claim("free", "RFE/RL")]) { Occurred = On("2012") }).ShouldRefuse("claims[0].value", "empty");
    }

    [Fact]
    public void A_list_has_an_end() =>
        ACaseIsOpen.When("case-1", Arrest with { Sources = [.. Enumerable.Repeat(new Source("AFP"), 1_001)] }).ShouldRefuse("sources", "too_many");

    [Fact]
    public void A_likely_duplicate_is_warned_about()
    {
        var history = new Given().ACase("case-1").Event("case-1", Arrest);
        history.When("case-1", Arrest with { Sources = [new Source("AFP")] }).ShouldWarn("", "likely_duplicate").Message().ShouldContain(Id(3).ToString());
        history.When("case-1", Arrest with { Occurred = On("2012-01") }).ShouldBeAccepted();
        history.Retract(Id(3)).When("case-1", Arrest).ShouldBeAccepted();
    }

    private static IReadOnlyList<ValidationIssue> WithoutSource(string subject, CampaignEvent e) =>
        EventRules.Check(Of(subject, e) with { Sources = [] }, ACaseIsOpen.Lookup());
}
