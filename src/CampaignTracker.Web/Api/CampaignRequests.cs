using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Viewpoints;

namespace CampaignTracker.Web.Api;

/// <summary>
/// What every read of a campaign over HTTP begins with: the viewpoint, what is wrong with it, and the campaign from there.
/// </summary>
public sealed class CampaignRequests(ViewpointReader viewpoints, CampaignReader reader)
{
    /// <summary>From where a request looks, and what is wrong with it so far.</summary>
    public (ViewpointRequest From, List<ValidationIssue> Issues) Read(HttpContext http, params ReadOnlySpan<string> others)
    {
        List<ValidationIssue> issues = [];
        return (viewpoints.Read(http, issues, others), issues);
    }

    /// <summary>The campaign from there, or the answer to a request that cannot be answered.</summary>
    /// <param name="issues">What is wrong with the request.</param>
    /// <param name="anew">True to read the log itself, whatever is remembered.</param>
    public async Task<(CampaignAt? Campaign, IResult? Problem)> CampaignAsync(
        string campaign, ViewpointRequest from, List<ValidationIssue> issues, CancellationToken ct, bool anew = false)
    {
        if (await ProblemAsync(from, issues, ct) is { } problem) return (null, problem);
        var read = anew ? await reader.ReadAnewAsync(campaign, from, ct) : await reader.ReadAsync(campaign, from, ct);
        return read is null ? (null, await NothingKnownAsync(campaign, from, ct)) : (read, null);
    }

    /// <summary>
    /// The answer to a request that is wrong, or whose views have not come as far as it asks; null where it can be answered.
    /// </summary>
    public async Task<IResult?> ProblemAsync(ViewpointRequest from, List<ValidationIssue> issues, CancellationToken ct)
    {
        if (issues.Count > 0) return Problems.Malformed(issues);
        if (from.After is not { } sequence) return null;
        var reached = await reader.WaitAsync(sequence, ct);
        return reached >= sequence ? null : Problems.NotYet(sequence, reached);
    }

    /// <summary>The answer where nothing of a campaign is known at K: there is no such campaign, or it was first recorded later.</summary>
    private async Task<IResult> NothingKnownAsync(string campaign, ViewpointRequest from, CancellationToken ct)
    {
        if (from.KnownAt == KnownAt.Now
            || await reader.ReadAsync(campaign, from.Now(), ct) is not { } now)
            return Problems.UnknownCampaign(campaign);
        var first = now.State.Knowledge.Facts.Select(fact => fact.Recorded).MinBy(e => e.Sequence)!;
        return Problems.NotFound("knownAt", "nothing_known",
            ("campaign", campaign), ("sequence", first.Sequence), ("at", $"{first.RecordedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
    }
}
