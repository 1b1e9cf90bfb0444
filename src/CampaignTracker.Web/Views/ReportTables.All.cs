namespace CampaignTracker.Web.Views;
public static partial class ReportTables
{
    public static IReadOnlyList<Table> All { get; } = [];
}
