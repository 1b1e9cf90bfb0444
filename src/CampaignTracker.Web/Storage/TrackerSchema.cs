namespace CampaignTracker.Web.Storage;

/// <summary>Names of the database that the log and whoever reads it agree on.</summary>
public static class TrackerSchema
{
    /// <summary>The schema that holds the log and the views.</summary>
    public const string Name = "tracker";

    /// <summary>An index that Marten must leave alone: the events of a campaign.</summary>
    public const string CampaignIndex = "idx_mt_events_campaign";

    /// <summary>Another: the closings of campaigns.</summary>
    public const string ClosedIndex = "idx_mt_events_closed";
}
