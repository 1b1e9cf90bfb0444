using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>The agreements, each with its ladder of gates and steps, by title.</summary>
public sealed record AgreementLadder(IReadOnlyList<Agreement> Agreements) : RevisedView
{
    public static AgreementLadder Of(Picture picture) => new(
    [
        .. picture.Stories(SubjectKind.Agreement).Select(story => Agreement.Of(picture, story))
            .OrderBy(agreement => agreement.Title, StringComparer.Ordinal).ThenBy(agreement => agreement.Name, StringComparer.Ordinal),
    ])
    {
        Revisions = Revision.Of(picture, SubjectKind.Agreement),
    };
}

/// <summary>The benefit in question.</summary>
/// <param name="Bodies">The bodies of the promising side and the gates that each holds.</param>
/// <param name="Linkages">Who said that it depends on reform.</param>
/// <param name="Conditions">The demands that are or were conditions of it.</param>
/// <param name="Steps">Gates, postponements and rounds in the order of their dates.</param>
public sealed record Agreement(
    string Name,
    string Title,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Parties,
    IReadOnlyList<Identifier> Identifiers,
    IReadOnlyList<GateHolder> Bodies,
    IReadOnlyList<Linkage> Linkages,
    IReadOnlyList<AttachedCondition> Conditions,
    IReadOnlyList<LadderStep> Steps)
{
    internal static Agreement Of(Picture picture, SubjectStory story)
    {
        var defined = (AgreementDefined)story.Opening!.Event;
        return new(
            story.Name, story.Title, [.. story.Aliases], [.. defined.Parties.Select(Side.Name)], defined.Identifiers ?? [], defined.Bodies,
            [.. story.Facts.Where(fact => fact.Event is LinkageDeclared).Select(fact => Linkage.Of(story, defined, fact))],
            AttachedCondition.Of(picture, story),
            LadderStep.Of(picture, story, defined));
    }
}

/// <summary>A body said that some or all gates depend on reform.</summary>
/// <param name="ByABody">False when it comes from nobody of the promising side: it then links nothing.</param>
/// <param name="Milestones">The gates that it covers; empty for all.</param>
/// <param name="Withdrawn">When it was taken back; null while it holds.</param>
public sealed record Linkage(
    Guid Event,
    FuzzyDate Declared,
    string By,
    bool ByABody,
    LinkageStrength Strength,
    string Wording,
    string IssueArea,
    IReadOnlyList<Milestone> Milestones,
    FuzzyDate? Withdrawn)
{
    internal static Linkage Of(SubjectStory story, AgreementDefined defined, Fact fact)
    {
        var declared = (LinkageDeclared)fact.Event;
        return new(
            fact.Id, declared.Occurred, declared.By, defined.BodyNamed(declared.By) is not null, declared.Strength, declared.Wording.Value,
            declared.IssueArea, declared.Milestones ?? [], story.Of<LinkageWithdrawn>().FirstOrDefault(withdrawn => story.CountedFor(withdrawn.Linkage) == fact.Id)?.Occurred);
    }
}

/// <summary>A demand is, or was, a condition.</summary>
/// <param name="Demand">Short name of the demand.</param>
/// <param name="Detached">When it ceased to be one; null while it is one.</param>
public sealed record AttachedCondition(
    Guid Event, string Demand, string Title, Requirement Requirement, FuzzyDate Attached, string? By, FuzzyDate? Detached, string? DetachedReason)
{
    /// <summary>The conditions in the order in which they were attached; a detachment ends those attached before it.</summary>
    internal static IReadOnlyList<AttachedCondition> Of(Picture picture, SubjectStory agreement)
    {
        List<AttachedCondition> conditions = [];
        foreach (var fact in agreement.Facts)
        {
            if (fact.Event is ConditionAttached attached)
            {
                conditions.Add(new(
                    fact.Id, picture.Knowledge.Canonical(attached.Demand), picture.TitleOf(attached.Demand), attached.Requirement,
                    attached.Occurred, attached.By, null, null));
            }
            else if (fact.Event is ConditionDetached detached)
            {
                var demand = picture.Knowledge.Canonical(detached.Demand);
                conditions = conditions.ConvertAll(condition => condition.Demand == demand && condition.Detached is null
                    ? condition with { Detached = detached.Occurred, DetachedReason = detached.Reason?.Value }
                    : condition);
            }
        }
        return conditions;
    }
}
