using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Tests.Conditionality;
using CampaignTracker.Domain.Views;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Views;

public class AssessmentsTests
{
    private static (Given Given, Guid Gate) Signed()
    {
        var given = Deal.OnRelease().Gate(Milestone.Signed, "2015-12-21");
        return (given, given.Last.Id);
    }

    private static Given Publish(Given given, Guid gate, Verdict says, Guid? supersedes = null) => given.Event(Deal.Name,
        new AssessmentPublished(given.Last.Sequence, Rules.V1.Version, Word.No, [new PublishedVerdict(gate, says)], "Nothing was delivered.", Supersedes: supersedes) { Occurred = On("2026-01-10") });

    private static IReadOnlyList<Assessment> Shown(Given given) => Assessments.Of(CampaignState.Of(given.Log, Viewpoints.Now), RuleSetList.BuiltIn, Rules.Memo).Published;

    [Fact]
    public void One_that_still_holds_departs_from_nothing()
    {
        var (given, gate) = Signed();
        var assessment = Shown(Publish(given, gate, Verdict.AdvancedUnmet)).Single();
        (assessment.Departs, assessment.Founded).ShouldBe((false, true));
        assessment.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void When_the_live_answer_departs_it_stays_and_the_event_that_made_it_so_is_named()
    {
        var (given, gate) = Signed();
        var before = Shown(Publish(given, gate, Verdict.AdvancedUnmet)).Single();
        given.Released("2015-03-01");
        var after = Shown(given).Single();
        (after.Departs, after.Founded, after.Narrative, after.Word, after.KnownAt).ShouldBe((true, true, before.Narrative, before.Word, before.KnownAt));
        after.Verdicts.Single().ShouldSatisfyAllConditions(
            verdict => verdict.Said.ShouldBe(Verdict.AdvancedUnmet), verdict => verdict.Then.ShouldBe(Verdict.AdvancedUnmet), verdict => verdict.Now.ShouldBe(Verdict.Rewarded));
        var cause = after.Changes.Single().Causes.Single();
        (cause.Event, cause.Kind).ShouldBe((given.Last.Id, CauseKind.LearnedInBetween));
    }

    [Fact]
    public void A_correction_a_retraction_and_a_settlement_are_causes_of_their_own_kind()
    {
        CauseKind Cause(Func<Given, Given> happens, Func<Given, Given>? before = null)
        {
            var (given, gate) = Signed();
            before?.Invoke(given);
            var says = Deal.Judged(given).Gates[^1].Verdict;
            return Shown(happens(Publish(given, gate, says))).Single().Changes.Single().Causes.Single().Kind;
        }

        Given Released(Given given) => given.Released("2015-03-01");
        Guid Release(Given given) => given.Log.Single(e => e.Event is ReleaseAchieved).Id;
        Given Contested(Given given) => given.Event(Deal.Person, new StatusContested("custody",
            [new Claim("free", "A", ClaimedStatus.AtLiberty), new Claim("held", "B", ClaimedStatus.Held)]) { Occurred = On("2015-03-01") });

        Cause(given => given.Correct(Release(given), ("occurred", "2016-03-01")), Released).ShouldBe(CauseKind.Corrected);
        Cause(given => given.Retract(Release(given)), Released).ShouldBe(CauseKind.Retracted);
        Cause(given => given.Event(Deal.Person, new ClaimsReconciled(given.Log.Single(e => e.Event is StatusContested).Id, "free", "A visit") { Occurred = On("2026-01-11") }), Contested)
            .ShouldBe(CauseKind.Reconciled);
    }

    [Fact]
    public void It_cannot_be_corrected()
    {
        var (given, gate) = Signed();
        Publish(given, gate, Verdict.AdvancedUnmet);
        given.When(Deal.Name, new EventCorrected(given.Last.Id, Changes(("narrative", "All was delivered.")), "x") { Occurred = On("2026-01-11") })
            .ShouldContain(issue => issue.Code == "published");
    }

    [Fact]
    public void A_later_one_takes_its_place_and_both_are_shown()
    {
        var (given, gate) = Signed();
        Publish(given, gate, Verdict.AdvancedUnmet);
        var first = given.Last.Id;
        Publish(given.Released("2015-03-01"), gate, Verdict.Rewarded, first);
        var shown = Shown(given);
        shown.Single(assessment => assessment.Event == first).SupersededBy.ShouldBe(given.Last.Id);
        shown.Single(assessment => assessment.Event == given.Last.Id).ShouldSatisfyAllConditions(
            latest => latest.Supersedes.ShouldBe(first), latest => latest.SupersededBy.ShouldBeNull(), latest => latest.Departs.ShouldBeFalse());
    }

    [Fact]
    public void One_that_says_what_the_record_never_said_is_shown_to_do_so()
    {
        var (given, gate) = Signed();
        var assessment = Shown(Publish(given, gate, Verdict.Rewarded)).Single();
        (assessment.Founded, assessment.Verdicts.Single().Then).ShouldBe((false, Verdict.AdvancedUnmet));
    }
}
