using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>The agreements, each with its ladder of gates and steps, by title.</summary>
public sealed record AgreementLadder(IReadOnlyList<Agreement> Agreements) : RevisedView
{
    public static AgreementLadder Of(CampaignState state) => new(
    [
        .. state.Histories(SubjectKind.Agreement).Select(history => Agreement.Of(state, history))
            .OrderBy(agreement => agreement.Title, StringComparer.Ordinal).ThenBy(agreement => agreement.Name, StringComparer.Ordinal),
    ])
    {
        Revisions = Revision.Of(state, SubjectKind.Agreement),
    };
}

/// <summary>The benefit in question.</summary>
/// <param name="Bodies">The bodies of the promising side and the gates that each holds.</param>
/// <param name="Linkages">Who said that it depends on reform.</param>
/// <param name="Conditions">The demands that are or were conditions of it.</param>
/// <param name="Coming">What has been decided on it and takes effect after V.</param>
/// <param name="Steps">Gates, postponements and rounds in the order of their dates.</param>
/// <param name="TakenOver">What it took from an agreement that was merged into it; null for nothing.</param>
public sealed record Agreement(
    string Name,
    string Title,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Parties,
    IReadOnlyList<Identifier> Identifiers,
    IReadOnlyList<GateHolder> Bodies,
    IReadOnlyList<Linkage> Linkages,
    IReadOnlyList<AttachedCondition> Conditions,
    IReadOnlyList<ComingEvent> Coming,
    IReadOnlyList<LadderStep> Steps,
    IReadOnlyList<TakenOver>? TakenOver)
{
    internal static Agreement Of(CampaignState state, SubjectHistory history)
    {
        var defined = (AgreementDefined)history.Opening!.Event;
        return new(
            history.Name, history.Title, [.. history.Aliases], [.. defined.Parties.Select(Side.Name)], defined.Identifiers
            ?? [], defined.Bodies,
            [
                .. history.Facts.Where(fact => fact.Event is LinkageDeclared && state.MayMove(fact))
                    .Select(fact => Linkage.Of(state, history, defined, fact)),
            ],
            AttachedCondition.Of(state, history),
            ComingEvent.Of(state, history),
            LadderStep.Of(state, history, defined),
            history.TakenOver.Count == 0 ? null : history.TakenOver);
    }
}

/// <summary>A body said that some or all gates depend on reform.</summary>
/// <param name="ByABody">False when it comes from nobody of the promising side: it then links nothing.</param>
/// <param name="Milestones">The gates that it covers; empty for all.</param>
/// <param name="Withdrawn">When it was taken back; null while it holds.</param>
public sealed record Linkage(
    Guid Event,
    EdtfDate Declared,
    string? By,
    bool ByABody,
    LinkageStrength Strength,
    string Wording,
    string IssueArea,
    IReadOnlyList<Milestone> Milestones,
    EdtfDate? Withdrawn)
{
    internal static Linkage Of(CampaignState state, SubjectHistory history, AgreementDefined defined, Fact fact)
    {
        var declared = (LinkageDeclared)fact.Event;
        return new(
            fact.Id, declared.Occurred, declared.By, defined.BodyNamed(declared.By) is not null, declared.Strength, declared.Wording.Value,
            declared.IssueArea, declared.Milestones
            ?? [],
            history.Facts.FirstOrDefault(other => other.Event is LinkageWithdrawn withdrawn
                && history.CountedFor(withdrawn.Linkage) == fact.Id && state.MayMove(other))?.Event.Occurred);
    }
}

/// <summary>A demand is, or was, a condition.</summary>
/// <param name="Demand">Short name of the demand.</param>
/// <param name="Detached">When it ceased to be one; null while it is one.</param>
public sealed record AttachedCondition(
    Guid Event, string Demand, string Title, Requirement Requirement, EdtfDate Attached, string? By, EdtfDate? Detached,
    string? DetachedReason)
{
    /// <summary>The conditions in the order in which they were attached; a detachment ends those attached before it.</summary>
    internal static IReadOnlyList<AttachedCondition> Of(CampaignState state, SubjectHistory agreement)
    {
        List<AttachedCondition> conditions = [];
        foreach (var fact in agreement.Facts)
        {
            if (fact.Event is ConditionAttached attached)
            {
                conditions.Add(new(
                    fact.Id, state.Knowledge.Canonical(attached.Demand), state.TitleOf(attached.Demand), attached.Requirement,
                    attached.Occurred, attached.By, null, null));
            }
            else if (fact.Event is ConditionDetached detached && state.MayMove(fact))
            {
                var demand = state.Knowledge.Canonical(detached.Demand);
                conditions = conditions.ConvertAll(condition => condition.Demand == demand && condition.Detached is null
                    ? condition with { Detached = detached.Occurred, DetachedReason = detached.Reason?.Value }
                    : condition);
            }
        }
        return conditions;
    }
}
