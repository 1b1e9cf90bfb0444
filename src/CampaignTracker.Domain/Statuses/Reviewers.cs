using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Statuses;

/// <summary>On whose side somebody is, by the sides of the campaign and the bodies of its agreements: knowledge, whatever V.</summary>
public static class Reviewers
{
    /// <summary>The side that a name belongs to; null for neither.</summary>
    public static ReviewerSide? SideOf(CampaignState state, string name)
    {
        var agreements = state.Knowledge.Histories.Select(history => history.Opening?.Event).OfType<AgreementDefined>().ToList();
        return Side.Is(name, state.Opened?.ReformingSide) || agreements.Exists(agreement => agreement.IsOfReformingSide(name))
            ? ReviewerSide.ReformingSide
            : Side.Is(name, state.Opened?.PromisingSide) || agreements.Exists(agreement => agreement.BodyNamed(name) is not null)
                ? ReviewerSide.PromisingSide
                : null;
    }
}
