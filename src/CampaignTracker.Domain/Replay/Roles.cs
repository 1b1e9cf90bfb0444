using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets.V1;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Domain.Replay;

/// <summary>The facts that an answer rests on, each with the first part that was found for it.</summary>
internal sealed class Roles
{
    private readonly Dictionary<Guid, (Fact Fact, Role Role)> roles = [];

    public IEnumerable<(Fact Fact, Role Role)> Facts => roles.Values;

    public void Add(Fact fact, Role role) => roles.TryAdd(fact.Id, (fact, role));

    /// <summary>Adds a fact of the subject that a status follows from, if it has a part in it.</summary>
    public void AddMove(Fact fact)
    {
        if (fact.Event is SubjectMerged) Add(fact, Role.Amends);
        else if (fact.Event is ClaimsReconciled) Add(fact, Role.SettlesClaims);
        else if (fact.Event is StatusContested contested && contested.Claims.Any(claim => claim.Effect() is not null) || fact.Event.Effects().Any(SetsStatus)) Add(fact, Role.Earlier);
        else if (fact.Event.Effects().Any(effect => effect is ClosesDemand)) Add(fact, Role.ClosesDemand);
        else if (fact.Event.Effects().Any()) Add(fact, Role.Step);
    }

    /// <summary>Adds an input of a verdict.</summary>
    public void AddInput(GateJudgement gate, Fact fact)
    {
        bool IsIn(Func<Condition, IReadOnlyCollection<Status>> statuses) => gate.Conditions.Any(condition => statuses(condition).Any(status => status.By?.Fact.Id == fact.Id));

        if (gate.Gate.Recordings.Any(recording => recording.Id == fact.Id)) Add(fact, Role.IsTheGate);
        else if (gate.Gate.Justifications.Any(justification => justification.Id == fact.Id)) Add(fact, Role.StatesGrounds);
        else if (fact.Event is LinkageDeclared or LinkageWithdrawn) Add(fact, Role.Links);
        else if (fact.Event is ConditionAttached or ConditionDetached) Add(fact, Role.Attaches);
        else if (fact.Event is MilestoneReached or MilestonePostponed) Add(fact, Role.IsTheBaseline);
        else if (fact.Event is DemandIssued) Add(fact, Role.IssuesDemand);
        else if (EventCatalogue.Of(fact.Event).Opens is not null) Add(fact, Role.OpensSubject);
        else if (IsIn(condition => condition.StatusesAtGate)) Add(fact, Role.SetsStatus);
        else if (IsIn(condition => condition.StatusesAtBaseline)) Add(fact, Role.SetsBaseline);
        else AddMove(fact);
    }

    private static bool SetsStatus(Effect effect) => effect is SetsCustody or SetsRestriction or SetsFulfilment;
}
