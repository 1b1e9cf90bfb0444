using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Resolutions;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Domain.Views;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Views;

/// <summary>Every view tells what of it was corrected, retracted or reconciled.</summary>
public class RevisionTests
{
    /// <summary>Every view there is, with an event of a subject that it shows: none can be forgotten, since what is no view's has no event here.</summary>
    public static TheoryData<Type> Views { get; } =
        [.. typeof(RevisedView).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RevisedView)))];

    private static RevisedView Draw(Type view, CampaignState state) => view == typeof(Assessments)
        ? Assessments.Of(state, RuleSetList.BuiltIn, Rules.Memo)
        : view.GetMethod("Of", [typeof(CampaignState)]) is { } plain
        ? (RevisedView)plain.Invoke(null, [state])!
        : (RevisedView)view.GetMethod("Of", [typeof(CampaignState), typeof(IRuleSet), typeof(Memo)])!.Invoke(null, [state, Rules.V1, Rules.Memo])!;

    private static string SubjectOf(Type view) => view.Name switch
    {
        nameof(DemandBoard) => "demand-1",
        nameof(CaseList) or nameof(ContestedQueue) or nameof(Expectations) or nameof(ConditionalityLedger) => "case-1",
        nameof(RestrictionList) => "ban-1",
        nameof(DialogueLog) => "hrd",
        nameof(AgreementLadder) or nameof(Assessments) => "epca",
        nameof(ResolutionList) => "p7-1",
        nameof(CampaignSummary) => Campaign,
        _ => throw new InvalidOperationException($"Say which subject {view.Name} shows: it must tell what was revised of it."),
    };

    private static CampaignEvent Happening(string subject) => subject switch
    {
        "demand-1" => new DemandRestated("EP") { Occurred = On("2014-05-01") },
        "case-1" => new Arrested { Occurred = On("2014-05-01") },
        "ban-1" => new BanImposed { Occurred = On("2014-05-01") },
        "hrd" => new DialogueHeld { Occurred = On("2014-05-01") },
        "epca" => new RoundHeld(3) { Occurred = On("2014-05-01") },
        "p7-1" => new FollowUpReceived("Commission", "noted") { Occurred = On("2014-05-01") },
        _ => new ContextRecorded("An election") { Occurred = On("2014-05-01") },
    };

    private static Given History(string subject) => new Given().ACase("case-1").ARestriction("ban-1").ADialogue("hrd").AResolution("p7-1").ADemand("demand-1").AnAgreement("epca")
        .Event(subject, Happening(subject));

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_tells_what_was_corrected_by_whom_when_and_why(Type view)
    {
        var history = History(SubjectOf(view));
        var e = history.Last;
        history.Record("boris", SubjectOf(view), new EventCorrected(e.Id, Changes(("occurred", "2014-05-02")), "A better source") { Occurred = On("2026-01-01") });

        var revision = Draw(view, CampaignState.Of(history.Log, Viewpoints.Now)).Revisions.ShouldHaveSingleItem();

        revision.ShouldSatisfyAllConditions(
            () => revision.What.ShouldBe(RevisionKind.Corrected),
            () => revision.Event.ShouldBe(e.Id),
            () => revision.Fields.ShouldBe(["occurred"]),
            () => (revision.By, revision.At, revision.Reason).ShouldBe(("boris", history.Last.RecordedAt, "A better source")),
            () => revision.RevisedBy.ShouldBe(history.Last.Id));
        // The struck-out version, one step away.
        EventLife.Of(CampaignState.Of(history.Log, Viewpoints.Now), revision.Event)!.Stages.ShouldHaveSingleItem().Fields.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            field => field.Field.ShouldBe("occurred"));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_tells_what_was_retracted_though_it_shows_it_no_more(Type view)
    {
        var history = History(SubjectOf(view));
        var e = history.Last;
        history.Retract(e.Id);

        var revision = Draw(view, CampaignState.Of(history.Log, Viewpoints.Now)).Revisions.ShouldHaveSingleItem();

        (revision.What, revision.Event, revision.Reason, revision.By).ShouldBe((RevisionKind.Retracted, e.Id, "Recorded twice", "alma"));
        Draw(view, CampaignState.Of(history.Log, Viewpoints.Of(knowledge: history.Last.Sequence - 1))).Revisions.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_tells_which_claim_was_chosen_of_what_was_contested(Type view)
    {
        var subject = SubjectOf(view);
        var history = History(subject).Event(subject, new StatusContested("what happened", [new Claim("this", "A"), new Claim("that", "B")]) { Occurred = On("2014-06-01") });
        var contested = history.Last;
        history.Record("boris", subject, new ClaimsReconciled(contested.Id, "that", "A visit") { Occurred = On("2026-01-01") });

        var revision = Draw(view, CampaignState.Of(history.Log, Viewpoints.Now)).Revisions.ShouldHaveSingleItem();

        (revision.What, revision.Event, revision.Reason, revision.By).ShouldBe((RevisionKind.Reconciled, contested.Id, "A visit", "boris"));
        revision.Fields.ShouldBe(["that"]);
    }

    [Fact]
    public void What_happens_after_V_is_not_told_unless_it_was_recorded_as_earlier()
    {
        var history = History("case-1");
        history.Correct(history.Last.Id, ("occurred", "2016-01-01"));

        CaseList.Of(CampaignState.Of(history.Log, Viewpoints.Of(On("2013")))).Revisions.ShouldBeEmpty();
        CaseList.Of(CampaignState.Of(history.Log, Viewpoints.Of(On("2015")))).Revisions.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_case_whose_opening_was_retracted_is_told_of()
    {
        var history = new Given().ACase("case-1");
        history.Retract(history.Last.Id);

        var cases = CaseList.Of(CampaignState.Of(history.Log, Viewpoints.Now));

        cases.Cases.ShouldBeEmpty();
        cases.Revisions.ShouldHaveSingleItem().What.ShouldBe(RevisionKind.Retracted);
    }
}
