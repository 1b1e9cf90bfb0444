using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>Who belongs to which side of an agreement: knowledge, whatever V. Names are compared folded.</summary>
internal sealed class Parties(CampaignState state, AgreementDefined? definition)
{
    private readonly CampaignOpened? opened = state.Opened;

    /// <summary>True for the promising side and its bodies.</summary>
    public bool IsPromising(string name) => Side.Is(name, opened?.PromisingSide) || definition?.BodyNamed(name) is not null;

    /// <summary>True for the promising side as a whole.</summary>
    public bool IsPromisingSide(string name) => Side.Is(name, opened?.PromisingSide);

    /// <summary>True for the reforming side and its bodies.</summary>
    public bool IsReforming(string name) =>
        Side.Is(name, opened?.ReformingSide) || definition?.IsOfReformingSide(name) == true;

    /// <summary>True where a body holds a milestone, or the side as a whole.</summary>
    public bool Holds(string name, Milestone milestone) =>
        IsPromisingSide(name) || definition?.Holds(name, milestone) == true;

    /// <summary>The name by which somebody is told apart.</summary>
    public string Canonical(string name) => BodyName.Fold(definition?.BodyNamed(name)?.Name ?? name);
}
