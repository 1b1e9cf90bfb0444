using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets;

namespace CampaignTracker.Web.Recording;

/// <summary>What a campaign gets that is opened now and does not say it itself.</summary>
internal static class NewCampaign
{
    /// <summary>
    /// Events of which an opening that names no rule set names the newest. One that was exported keeps what it says: it was opened before
    /// there was that one.
    /// </summary>
    public static IReadOnlyList<EventLine> Judged(IReadOnlyList<EventLine> lines, RuleSetList rules) =>
    [
        .. lines.Select(line => line is { Recorded: null, Event: CampaignOpened { RuleSet: null } opened }
            ? line with { Event = opened with { RuleSet = rules.Newest.Version } }
            : line),
    ];
}
