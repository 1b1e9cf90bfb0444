namespace CampaignTracker.Web.Storage;

/// <summary>Names of the database that the log and whoever reads it agree on.</summary>
public static class TrackerSchema
{
    /// <summary>The schema that holds the log and the views.</summary>
    public const string Name = "tracker";

    /// <summary>The index that Marten must leave alone.</summary>
    public const string CampaignIndex = "idx_mt_events_campaign";
}
