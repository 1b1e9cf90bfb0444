namespace CampaignTracker.Web.Presentation;

/// <summary>A request that cannot be read; its message is ours, quotes nothing of the request, and says what to do.</summary>
public sealed class UnreadableRequestException(int status, string message, Exception? cause = null)
    : BadHttpRequestException(message, status, cause!);
