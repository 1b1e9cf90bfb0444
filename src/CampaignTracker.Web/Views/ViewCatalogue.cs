using CampaignTracker.Domain.Replay;

namespace CampaignTracker.Web.Views;

/// <summary>A view: what it is called in addresses and on the command line, and the pure function that draws it.</summary>
public sealed record CampaignView(string Name, Func<Picture, object> Draw);

/// <summary>The views that are kept live and answered at any viewpoint.</summary>
public static class ViewCatalogue
{
    public static IReadOnlyList<CampaignView> Stored { get; } =
    [
    ];
}
