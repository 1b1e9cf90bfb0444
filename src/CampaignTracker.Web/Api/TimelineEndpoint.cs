using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Viewpoints;
using Wolverine.Http;

namespace CampaignTracker.Web.Api;

/// <summary>The timeline over HTTP: drawn at each request, since its filters belong to the reader.</summary>
public static class TimelineEndpoint
{
    private const int UsualPage = 100;
    private const int LargestPage = 1_000;

    /// <summary>What happened, filtered and paged.</summary>
    [WolverineGet("/api/campaigns/{campaign}/timeline")]
    public static async Task<IResult> Timeline(string campaign, HttpContext http, CampaignRequests requests, CancellationToken ct)
    {
        var query = http.Request.Query;
        var (viewpoint, issues) = requests.Read(http, "subject", "type", "text", "from", "to", "confidence", "skip", "take");
        var filter = new TimelineFilter(
            Text(query, "subject"), Types(query, issues), Text(query, "text"),
            ViewQuery.Date(query, "from", viewpoint.Today, issues), ViewQuery.Date(query, "to", viewpoint.Today, issues),
            ReadConfidence(query, issues));
        var skip = (int)Math.Min(ViewQuery.Number(query, "skip", issues) ?? 0, int.MaxValue);
        var take = ViewQuery.Number(query, "take", issues) ?? UsualPage;
        if (take is 0 or > LargestPage) issues.Add(ValidationIssue.Refuse("take", "wrong_value:page_size", ("most", LargestPage)));
        var (read, problem) = await requests.CampaignAsync(campaign, viewpoint, issues, ct);
        if (read is null) return problem!;
        if (filter.Subject is { } subject && read.State.Knowledge.History(subject) is null)
            return Problems.NotFound("subject", "unknown_subject");
        var page = filter.Page(Domain.Views.Timeline.Of(read.State), skip, (int)take);
        return Results.Bytes(read.Write(page), ViewEndpoints.Json);
    }

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    private static List<string> Types(IQueryCollection query, List<ValidationIssue> issues)
    {
        var types = query["type"].SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (var unknown in types.Where(type => EventCatalogue.Find(type) is null))
            issues.Add(ValidationIssue.Refuse(
                "type", "unknown_type", ("near", Nearest.To(unknown, EventCatalogue.All.Select(type => type.Name)))));
        return types;
    }

    private static Confidence? ReadConfidence(IQueryCollection query, List<ValidationIssue> issues)
    {
        if (Text(query, "confidence") is not { } text) return null;
        if (Enum.GetNames<Confidence>().Contains(text, StringComparer.OrdinalIgnoreCase)) return Enum.Parse<Confidence>(
            text, ignoreCase: true);
        issues.Add(ValidationIssue.Refuse("confidence", "wrong_value:one_of", ("values", Enum.GetNames<Confidence>())));
        return null;
    }
}
