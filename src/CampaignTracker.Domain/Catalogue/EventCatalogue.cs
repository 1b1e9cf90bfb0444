using System.Collections.Frozen;
using System.Collections.Immutable;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Dialogues;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Resolutions;
using CampaignTracker.Domain.Restrictions;

namespace CampaignTracker.Domain.Catalogue;

/// <summary>The event types and their stored names: the only list kept by hand. A stored name never changes.</summary>
public static class EventCatalogue
{
    public static ImmutableArray<EventType> All { get; } =
    [
        EventType.For<CampaignOpened>("campaign_opened"),
        EventType.For<CampaignRenamed>("campaign_renamed"),
        EventType.For<CampaignClosed>("campaign_closed"),
        EventType.For<CampaignReopened>("campaign_reopened"),
        EventType.For<RuleSetChosen>("rule_set_chosen"),
        EventType.For<ContextRecorded>("context_recorded"),

        EventType.For<ResolutionAdopted>("resolution_adopted"),
        EventType.For<ResolutionPublished>("resolution_published"),
        EventType.For<FindingRecorded>("finding_recorded"),
        EventType.For<FollowUpReceived>("follow_up_received"),

        EventType.For<DemandIssued>("demand_issued"),
        EventType.For<DemandRestated>("demand_restated"),
        EventType.For<DemandAnswered>("demand_answered"),
        EventType.For<CommitmentGiven>("commitment_given"),
        EventType.For<StepTaken>("step_taken"),
        EventType.For<FulfilmentClaimed>("fulfilment_claimed"),
        EventType.For<FulfilmentAssessed>("fulfilment_assessed"),
        EventType.For<DemandSuperseded>("demand_superseded"),
        EventType.For<DemandWithdrawn>("demand_withdrawn"),
        EventType.For<DemandLapsed>("demand_lapsed"),

        EventType.For<CaseOpened>("case_opened"),
        EventType.For<PoliticalPrisonerDesignated>("political_prisoner_designated"),
        EventType.For<Arrested>("arrested"),
        EventType.For<HouseArrestOrdered>("house_arrest_ordered"),
        EventType.For<Charged>("charged"),
        EventType.For<TrialOpened>("trial_opened"),
        EventType.For<HearingHeld>("hearing_held"),
        EventType.For<HearingPostponed>("hearing_postponed"),
        EventType.For<TrialObserved>("trial_observed"),
        EventType.For<Convicted>("convicted"),
        EventType.For<AppealDecided>("appeal_decided"),
        EventType.For<Transferred>("transferred"),
        EventType.For<RegimeChangeRefused>("regime_change_refused"),
        EventType.For<PrisonVisited>("prison_visited"),
        EventType.For<IllTreatmentReported>("ill_treatment_reported"),
        EventType.For<ParoleDecided>("parole_decided"),
        EventType.For<ReleaseAchieved>("release_achieved"),
        EventType.For<ReleaseRevoked>("release_revoked"),
        EventType.For<Rearrested>("rearrested"),
        EventType.For<Rehabilitated>("rehabilitated"),
        EventType.For<DiedInCustody>("died_in_custody"),

        EventType.For<RestrictionOpened>("restriction_opened"),
        EventType.For<BanRequested>("ban_requested"),
        EventType.For<BanImposed>("ban_imposed"),
        EventType.For<BanUpheld>("ban_upheld"),
        EventType.For<BanEased>("ban_eased"),
        EventType.For<BanSuspended>("ban_suspended"),
        EventType.For<BanLifted>("ban_lifted"),

        EventType.For<DialogueSeriesOpened>("dialogue_series_opened"),
        EventType.For<DialogueExpected>("dialogue_expected"),
        EventType.For<DialogueHeld>("dialogue_held"),
        EventType.For<CaseRaised>("case_raised"),
        EventType.For<RecommendationSubmitted>("recommendation_submitted"),
        EventType.For<StatementIssued>("statement_issued"),

        EventType.For<AgreementDefined>("agreement_defined"),
        EventType.For<LinkageDeclared>("linkage_declared"),
        EventType.For<LinkageWithdrawn>("linkage_withdrawn"),
        EventType.For<ConditionAttached>("condition_attached"),
        EventType.For<ConditionDetached>("condition_detached"),
        EventType.For<MilestoneReached>("milestone_reached"),
        EventType.For<MilestonePostponed>("milestone_postponed"),
        EventType.For<RoundHeld>("round_held"),
        EventType.For<JustificationGiven>("justification_given"),
        EventType.For<AssessmentPublished>("assessment_published"),

        EventType.For<AliasAdded>("alias_added"),
        EventType.For<SubjectMerged>("subject_merged"),
        EventType.For<StatusContested>("status_contested"),
        EventType.For<ClaimsReconciled>("claims_reconciled"),
        EventType.For<EventCorrected>("event_corrected"),
        EventType.For<EventRetracted>("event_retracted"),
    ];

    private static readonly FrozenDictionary<string, EventType> ByName = All.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
    private static readonly FrozenDictionary<Type, EventType> ByClrType = All.ToFrozenDictionary(type => type.ClrType);

    /// <summary>The type with a stored name; null when there is none.</summary>
    public static EventType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The type of a record; null when it is no event.</summary>
    internal static EventType? Find(Type clrType) => ByClrType.GetValueOrDefault(clrType);

    /// <summary>The type of an event.</summary>
    public static EventType Of(CampaignEvent e) => ByClrType[e.GetType()];
}
