using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Resolutions;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Events;

/// <summary>domain.md, 'What is only warned about', and the refusals of single types.</summary>
public class WarningTests
{
    [Fact]
    public void A_release_of_somebody_not_recorded_as_held()
    {
        var release = new ReleaseAchieved(ReleaseManner.Parole) { Occurred = On("2016-08-04"), Effective = On("2016-08-19") };
        var history = new Given().ACase("case-1");
        history.When("case-1", release).ShouldWarn("subject", "not_held");
        history.Event("case-1", new Arrested { Occurred = On("2016-08-10") }).When("case-1", release).ShouldBeAccepted();
        history.Event("case-1", new Rehabilitated { Occurred = On("2016-08-11") }).When("case-1", release).ShouldWarn("subject", "not_held");
    }

    [Fact]
    public void Steps_of_an_agreement_out_of_order()
    {
        var history = new Given().AnAgreement("epca").Event("epca", new MilestoneReached(Milestone.Signed) { Occurred = On("2015-12-21") });
        history.When("epca", new MilestoneReached(Milestone.Initialled) { Occurred = On("2016") }).ShouldWarn("milestone", "out_of_order").Message().ShouldContain("2015-12-21");
        history.When("epca", new MilestoneReached(Milestone.Initialled) { Occurred = On("2015-01-20~") }).ShouldBeAccepted();
        history.When("epca", new MilestoneReached(Milestone.ConsentGiven) { Occurred = On("2017") }).ShouldBeAccepted();
    }

    [Fact]
    public void A_part_in_words_of_a_whole()
    {
        var eased = new MilestoneReached(Milestone.Eased, ExtentWords: "arms embargo") { Occurred = On("2016") };
        new Given().AnAgreement("epca").When("epca", eased).ShouldWarn("extentWords", "part_of_a_whole");
        new Given().AnAgreement("epca").When("epca", eased with { Extent = Extent.Part }).ShouldBeAccepted();
    }

    [Theory]
    [InlineData(Milestone.Signed, BenefitKind.RestrictiveMeasure, true)]
    [InlineData(Milestone.NegotiationsSuspended, BenefitKind.RestrictiveMeasure, true)]
    [InlineData(Milestone.Renewed, BenefitKind.RestrictiveMeasure, false)]
    [InlineData(Milestone.Signed, BenefitKind.Preference, false)]
    [InlineData(Milestone.Signed, BenefitKind.Agreement, false)]
    public void A_step_that_is_no_gate_of_a_restrictive_measure(Milestone milestone, BenefitKind kind, bool warned)
    {
        var history = new Given().Event("b", new AgreementDefined("B", ["EU"], [new GateHolder("Council", [])], Kind: kind) { Occurred = On("2011") });
        var issues = history.When("b", new MilestoneReached(milestone) { Occurred = On("2016") });
        if (warned) issues.ShouldWarn("milestone", "no_gate_of_a_measure"); else issues.ShouldBeAccepted();
    }

    [Theory]
    [InlineData(612, 38, null, null)]
    [InlineData(0, 0, 0, null)]
    [InlineData(-1, 38, 0, "for")]
    [InlineData(612, -38, null, "against")]
    [InlineData(612, 38, -1, "abstentions")]
    public void Votes_are_never_negative_and_abstentions_may_be_unknown(int forIt, int against, int? abstentions, string? refused)
    {
        Votes votes = new(forIt, against, abstentions);
        var history = new Given().AnAgreement("epca");
        foreach (var issues in new[]
        {
            history.When("res-1", new ResolutionAdopted("EP", ResolutionKind.UrgencyResolution, "Kazakhstan", Votes: votes) { Occurred = On("2013-04-18") }),
            history.When("epca", new MilestoneReached(Milestone.ConsentGiven, Votes: votes) { Occurred = On("2013-04-18") }),
        })
        {
            if (refused is not null) issues.ShouldRefuse($"votes.{refused}", "negative_votes");
            else if (abstentions is null) issues.ShouldWarn("votes.abstentions", "votes_incomplete");
            else issues.ShouldBeAccepted();
        }
    }

    [Fact]
    public void A_claim_of_fulfilment() =>
        new Given().ADemand("demand-1").When("demand-1", new FulfilmentClaimed("Minister", "Implemented") { Occurred = On("2014") }).ShouldWarn("by", "claim_only");

    [Fact]
    public void A_linkage_committed_by_a_body_that_holds_none_of_its_gates()
    {
        var history = new Given().AnAgreement("epca");
        LinkageDeclared linkage = new("ep", LinkageStrength.Committed, "No deal", "human rights") { Occurred = On("2012") };
        history.When("epca", linkage).ShouldBeAccepted();
        history.When("epca", linkage with { Milestones = [Milestone.Signed] }).ShouldWarn("strength", "holds_no_gate");
        history.When("epca", linkage with { Milestones = [Milestone.Signed], Strength = LinkageStrength.Political }).ShouldBeAccepted();
        history.When("epca", linkage with { By = "IPHR" }).ShouldWarn("by", "not_a_body");
    }

    [Theory]
    [InlineData(null, LinkageStrength.Codified, true)]
    [InlineData(null, LinkageStrength.Committed, false)]
    [InlineData(null, LinkageStrength.Political, false)]
    [InlineData(" ", LinkageStrength.Codified, false)]
    public void A_linkage_is_declared_by_somebody_unless_it_is_a_clause(string? by, LinkageStrength strength, bool accepted)
    {
        var issues = new Given().AnAgreement("epca").When("epca", new LinkageDeclared(by, strength, "Article 1", "human rights") { Occurred = On("2012") });
        if (accepted) issues.ShouldBeAccepted(); else issues.ShouldRefuse("by", "nobody_declares");
    }

    [Theory]
    [InlineData("2013-04-18", false)]
    [InlineData("2013-04-20", true)]
    [InlineData("2013-04-21", true)]
    [InlineData("2013-04", false)]
    public void A_text_dated_on_a_weekend(string occurred, bool warned)
    {
        var issues = new Given().When("res-1", new ResolutionAdopted("EP", ResolutionKind.UrgencyResolution, "Kazakhstan") { Occurred = On(occurred) });
        if (warned) issues.ShouldWarn("occurred", "weekend"); else issues.ShouldBeAccepted();
    }

    [Fact]
    public void An_ordinal_that_does_not_follow()
    {
        var history = new Given().ADialogue("hrd").Event("hrd", new DialogueHeld(3) { Occurred = On("2011-11-30") });
        history.When("hrd", new DialogueHeld(5) { Occurred = On("2013-11-27") }).ShouldWarn("ordinalClaimed", "ordinal_gap");
        history.When("hrd", new DialogueHeld(4) { Occurred = On("2013-11-27") }).ShouldBeAccepted();
        history.When("hrd", new DialogueHeld { Occurred = On("2013-11-27") }).ShouldBeAccepted();
        history.When("hrd", new DialogueHeld(0) { Occurred = On("2010") }).ShouldRefuse("ordinalClaimed", "out_of_range");
    }

    [Fact]
    public void A_condition_without_a_criterion_is_refused()
    {
        DemandIssued demand = new("Release", "EP", ["KZ"], "calls for", Force.Call) { Occurred = On("2013") };
        var history = new Given().AnAgreement("epca").Event("demand-1", demand).Event("demand-2", demand with { Criterion = " " }).ADemand("demand-3");
        IReadOnlyList<ValidationIssue> Attaching(string name) => history.When("epca", new ConditionAttached(name, Requirement.Necessary) { Occurred = On("2014") });
        Attaching("demand-1").ShouldRefuse("demand", "no_criterion");
        Attaching("demand-2").ShouldRefuse("demand", "no_criterion");
        Attaching("demand-3").ShouldBeAccepted();
        history.When("epca", new ConditionDetached("demand-3") { Occurred = On("2014") }).ShouldWarn("demand", "not_attached");
    }

    [Theory]
    [InlineData(Fulfilment.Met)]
    [InlineData(Fulfilment.MetConditionally)]
    public void Nobody_judges_a_demand_met_on_evidence_of_their_own(Fulfilment judgement)
    {
        var history = new Given().ADemand("demand-1").Record("berik", "demand-1", new StepTaken("An office opened", Movement.Toward) { Occurred = On("2014") });
        FulfilmentAssessed assessed = new(judgement, "IPHR", [Id(3)]) { Occurred = On("2015") };
        history.When("demand-1", assessed, context => context with { Recorder = "berik" }).ShouldRefuse("reviewer", "own_evidence");
        history.When("demand-1", assessed, context => context with { Recorder = "berik", SignedIn = false }).ShouldWarn("reviewer", FulfilmentAssessed.Unreviewed);
        history.When("demand-1", assessed).ShouldBeAccepted();
        history.When("demand-1", assessed with { Evidence = null }).ShouldRefuse("evidence", "no_evidence");
        history.When("demand-1", assessed with { Evidence = [Id(99)] }).ShouldRefuse("evidence", "unknown_event");
        history.When("demand-1", assessed with { Evidence = null, Fulfilment = Fulfilment.PartlyMet }).ShouldBeAccepted();
    }

    [Fact]
    public void A_reason_is_one_of_a_demand_an_issue_area_or_words()
    {
        var history = new Given().AnAgreement("epca").ADemand("demand-1").Event("epca", new MilestoneReached(Milestone.Signed) { Occurred = On("2015") });
        IReadOnlyList<ValidationIssue> Giving(params Ground[] grounds) => history.When("epca", new JustificationGiven(Id(4), "Council", grounds) { Occurred = On("2015") });
        Giving(new Ground(Demand: "demand-1"), new Ground(IssueArea: "human rights"), new Ground(Words: "WTO accession")).ShouldBeAccepted();
        Giving().ShouldRefuse("grounds", "no_ground");
        Giving(new Ground()).ShouldRefuse("grounds[0]", "one_of");
        Giving(new Ground("demand-1", Words: "x")).ShouldRefuse("grounds[0]", "one_of");
        history.When("epca", new JustificationGiven(Id(2), "Council", [new Ground(Words: "x")]) { Occurred = On("2015") }).ShouldRefuse("gate", "no_gate");
    }
}
