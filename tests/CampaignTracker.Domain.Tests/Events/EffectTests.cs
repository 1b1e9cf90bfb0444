using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Edtf;
using static CampaignTracker.Domain.Tests.Given;
using Way = CampaignTracker.Domain.Events.Direction;

namespace CampaignTracker.Domain.Tests.Events;

/// <summary>domain.md, 'Effects, declared by the event type', row by row.</summary>
public class EffectTests
{
    private static readonly EdtfDate Day = On("2013");

    public static TheoryData<CampaignEvent, Effect[]> Rows { get; } = new()
    {
        { new Arrested { Occurred = Day }, [new SetsCustody(Custody.Held)] },
        { new HouseArrestOrdered { Occurred = Day }, [new SetsHouseArrest()] },
        { new Rearrested { Occurred = Day }, [new SetsCustody(Custody.Held), new TakesStep(Way.Away, StepKind.Custody)] },
        { new ReleaseRevoked { Occurred = Day }, [new SetsCustody(Custody.Held), new TakesStep(Way.Away, StepKind.Custody)] },
        { new Convicted(true) { Occurred = Day }, [new SetsCustody(Custody.Held)] },
        { new Convicted(false) { Occurred = Day }, [new SetsCustody(Custody.FreeConditionally)] },
        { new Convicted(true, Lengthens: true) { Occurred = Day }, [new SetsCustody(Custody.Held), new TakesStep(Way.Away, StepKind.Sentence)] },
        { new Convicted(false, Lengthens: true) { Occurred = Day }, [new SetsCustody(Custody.FreeConditionally), new TakesStep(Way.Away, StepKind.Sentence)] },
        { new Charged("164") { Occurred = Day }, [new TakesStep(Way.Away, StepKind.Charge, OnlyWhileHeld: true)] },
        { new Rehabilitated { Occurred = Day }, [new SetsCustody(Custody.Free)] },
        { new DiedInCustody { Occurred = Day }, [new SetsCustody(Custody.Died), new TakesStep(Way.Away, StepKind.Death)] },
        { new Transferred(RegimeStep.Toward) { Occurred = Day }, [new TakesStep(Way.Toward, StepKind.Regime)] },
        { new Transferred(RegimeStep.Away) { Occurred = Day }, [new TakesStep(Way.Away, StepKind.Regime)] },
        { new Transferred(RegimeStep.None) { Occurred = Day }, [] },
        { new AppealDecided(AppealOutcome.Dismissed) { Occurred = Day }, [new TakesStep(Way.Refusal, StepKind.Request)] },
        { new AppealDecided(AppealOutcome.Shortened) { Occurred = Day }, [new TakesStep(Way.Toward, StepKind.Sentence)] },
        { new AppealDecided(AppealOutcome.Lengthened) { Occurred = Day }, [new TakesStep(Way.Away, StepKind.Sentence)] },
        { new AppealDecided(AppealOutcome.Quashed) { Occurred = Day }, [] },
        { new AppealDecided(AppealOutcome.Acquitted) { Occurred = Day }, [] },
        { new AppealDecided(AppealOutcome.Remitted) { Occurred = Day }, [] },
        { new AppealDecided(AppealOutcome.Other) { Occurred = Day }, [] },
        { new ParoleDecided(true) { Occurred = Day }, [new TakesStep(Way.Toward, StepKind.Request)] },
        { new ParoleDecided(false) { Occurred = Day }, [new TakesStep(Way.Refusal, StepKind.Request)] },
        { new RegimeChangeRefused { Occurred = Day }, [new TakesStep(Way.Refusal, StepKind.Request)] },
        { new PrisonVisited("EU delegation", false) { Occurred = Day }, [new TakesStep(Way.Refusal, StepKind.Request)] },
        { new PrisonVisited("EU delegation", true) { Occurred = Day }, [] },
        { new TrialObserved("EU delegation", false) { Occurred = Day }, [new TakesStep(Way.Refusal, StepKind.Request)] },
        { new TrialObserved("EU delegation", true) { Occurred = Day }, [] },
        { new BanRequested { Occurred = Day }, [new SetsRestriction(RestrictionState.Requested)] },
        { new BanImposed { Occurred = Day }, [new SetsRestriction(RestrictionState.InForce), new TakesStep(Way.Away, StepKind.Ban)] },
        { new BanUpheld { Occurred = Day }, [] },
        { new BanEased { Occurred = Day }, [new SetsRestriction(RestrictionState.Eased)] },
        { new BanSuspended { Occurred = Day }, [new SetsRestriction(RestrictionState.Suspended)] },
        { new BanLifted { Occurred = Day }, [new SetsRestriction(RestrictionState.Lifted)] },
        { new StepTaken("A bill", Movement.Toward) { Occurred = Day }, [new TakesStep(Way.Toward, StepKind.Measure)] },
        { new StepTaken("A bill", Movement.Away) { Occurred = Day }, [new TakesStep(Way.Away, StepKind.Measure)] },
        { new FulfilmentAssessed(Fulfilment.PartlyMet, "R") { Occurred = Day }, [new SetsFulfilment(Fulfilment.PartlyMet)] },
        { new FulfilmentClaimed("Minister", "Done") { Occurred = Day }, [] },
        { new DemandWithdrawn("EP") { Occurred = Day }, [new ClosesDemand()] },
        { new DemandSuperseded("demand-2") { Occurred = Day }, [new ClosesDemand()] },
        { new DemandLapsed("Overtaken") { Occurred = Day }, [new ClosesDemand()] },
    };

    [Theory, MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void A_type_declares_its_effect(CampaignEvent e, Effect[] effects) => e.Effects().ShouldBe(effects);

    [Fact]
    public void A_type_that_is_in_no_row_has_no_effect()
    {
        var inRows = Rows.Select(row => row.Data.Item1.GetType()).Append(typeof(ReleaseAchieved)).ToHashSet();
        EventCatalogue.All.Where(type => type.ClrType.GetMethod(nameof(CampaignEvent.Effects))!.DeclaringType == type.ClrType)
            .Select(type => type.ClrType).ShouldBeSubsetOf(inRows, "give every event type with an effect a row here and in domain.md");
    }

    [Theory]
    [InlineData(ReleaseManner.Acquittal, Custody.Free)]
    [InlineData(ReleaseManner.CaseDropped, Custody.Free)]
    [InlineData(ReleaseManner.Pardon, Custody.Free)]
    [InlineData(ReleaseManner.Amnesty, Custody.Free)]
    [InlineData(ReleaseManner.SentenceServed, Custody.Free)]
    [InlineData(ReleaseManner.Parole, Custody.FreeConditionally)]
    [InlineData(ReleaseManner.ConditionalReplacement, Custody.FreeConditionally)]
    [InlineData(ReleaseManner.SuspendedSentence, Custody.FreeConditionally)]
    [InlineData(ReleaseManner.RestrictionOfFreedom, Custody.FreeConditionally)]
    [InlineData(ReleaseManner.Medical, Custody.FreeConditionally)]
    [InlineData(ReleaseManner.PreTrialRelease, Custody.FreeConditionally)]
    [InlineData(ReleaseManner.PrisonerExchange, Custody.FreeConditionally)]
    [InlineData(ReleaseManner.Unknown, Custody.FreeConditionally)]
    public void A_release_frees_with_or_without_conditions_by_its_manner(ReleaseManner manner, Custody custody)
    {
        new ReleaseAchieved(manner) { Occurred = Day }.Effects().ShouldBe([new SetsCustody(custody)]);
        new Claim("free", "AFP", ClaimedStatus.AtLiberty, manner).Effect().ShouldBe(new SetsCustody(custody));
        Enum.GetValues<ReleaseManner>().Length.ShouldBe(13);
    }
}
