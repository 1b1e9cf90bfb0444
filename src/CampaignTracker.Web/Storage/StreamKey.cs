namespace CampaignTracker.Web.Storage;

/// <summary>The key of a subject's stream: <c>eu-kazakhstan/case-7</c>.</summary>
internal static class StreamKey
{
    public static string Of(string campaign, string subject) => $"{campaign}/{subject}";
}
