using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Web.Hosting;

namespace CampaignTracker.Architecture.Tests;

/// <summary>Rooms run one way: a room uses those above it in its project's list, and none below (docs/architecture.md).</summary>
public sealed class RoomTests
{
    private static readonly string[] Domain =
    [
        "Events",
        "Campaigns", "Resolutions", "Demands", "Cases", "Restrictions", "Dialogues", "Agreements", "Amendments",
        "Catalogue", "Record", "Worlds", "Statuses", "Conditionality", "Replay", "Views",
    ];

    private static readonly Rooms OfDomain = Rooms.Of(typeof(CampaignEvent).Assembly);
    private static readonly Rooms OfWeb = Rooms.Of(typeof(TrackerHost).Assembly);

    [Fact]
    public void No_room_of_the_domain_is_in_a_circle() => OfDomain.Circles().ShouldBeEmpty();

    [Fact]
    public void No_room_of_the_web_project_is_in_a_circle() => OfWeb.Circles().ShouldBeEmpty();

    [Fact]
    public void A_room_of_the_domain_uses_those_above_it_alone() => OfDomain.Against(Domain).ShouldBeEmpty();
}
