using CampaignTracker.Domain.Corrections;
using CampaignTracker.Domain.Replay;

namespace CampaignTracker.Domain.Views;

/// <summary>What hangs on a disagreement: each claim is tried, and nothing is recorded.</summary>
internal sealed class Hanging(Picture picture)
{
    private readonly Lazy<Bearings> bearings = new(() => new Bearings(picture.Knowledge.Facts.Select(fact => fact.Recorded)));

    /// <summary>The claims of a disagreement, each with what would change if it were chosen.</summary>
    public IReadOnlyList<ShownClaim> Of(ContestedMatter matter) =>
        [.. matter.Claims.Select(claim => matter.Touches is null || claim.Chosen ? claim : claim with { Hangs = On(matter, claim.Value) })];

    private List<StatusChange> On(ContestedMatter matter, string claim)
    {
        var contested = picture.Knowledge.Fact(matter.Event)!;
        var reconciled = new ClaimsReconciled(matter.Event, claim, "") { Campaign = contested.Event.Campaign, Subject = contested.Recorded.Event.Subject, Occurred = contested.Event.Occurred };
        var recorded = new RecordedEvent(Guid.AllBitsSet, long.MaxValue, 0, contested.Recorded.RecordedAt, "", 0, reconciled);
        var knowledge = picture.Knowledge.Revised([new Fact(recorded, reconciled, [], Retracted: false)], []);
        var settled = picture.Redrawn(knowledge, picture.Viewpoint, [matter.Subject]);
        return [.. bearings.Value.On([matter.Subject], knowledge).Order(StringComparer.Ordinal)
            .SelectMany(subject => StatusChange.Between(picture, settled, subject)).Where(change => change.What != StatusKind.Contested)];
    }
}
