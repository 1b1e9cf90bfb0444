using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Views;
using Wolverine.Http;

namespace CampaignTracker.Web.Api;

/// <summary>What if this had happened? Hypothetical events go through the door's reading and checks, and the door stays shut.</summary>
public static class WhatIfEndpoint
{
    /// <summary>The difference that events would make, from a viewpoint; nothing is stored.</summary>
    [WolverinePost("/api/campaigns/{campaign}/what-if")]
    public static async Task<IResult> WhatIf(
        string campaign, HttpContext http, CampaignReader reader, Recorder recorder, TrackerOptions options, CancellationToken ct)
    {
        if (JsonBody.Problem(http.Request) is { } unreadable) return unreadable;
        if (ShortName.Problem(campaign) is { } problem) return Problems.Malformed([ValidationIssue.Refuse("campaign", "bad_name", problem)]);
        List<ValidationIssue> issues = [];
        var query = ViewQuery.Read(http.Request.Query, issues);
        if (issues.Count > 0) return Problems.Malformed(issues);
        var bytes = await JsonBody.ReadAsync(http.Request, ct);
        var batch = EventBatchReader.ReadJson(bytes.Span, campaign);
        if (batch.Issues.Count > 0) return Problems.Malformed(batch.Issues);
        if (await ViewEndpoints.NotYetAsync(query, reader, ct) is { } notYet) return notYet;
        if ((await reader.LogAsync(campaign, ct))?.UpTo(query.KnownAt) is not { Events.Count: > 0 } log) return await ViewEndpoints.NothingKnownAsync(campaign, query.KnownAt, reader, ct);

        var trial = await recorder.TryAsync(new RecordEvents(campaign, batch.Lines, options.Recorder), log.Sequence, ct);
        if (trial.Refused is { } refused) return Problems.Of(refused, JsonBody.IsObject(bytes.Span));
        var viewpoint = new Viewpoint(query.AsOf);
        var difference = Difference.Between(CampaignState.Of(log.Events, viewpoint), CampaignState.Of(log.Events.Concat(trial.Events), viewpoint), RuleSetList.BuiltIn.Standing, Memo.New());
        return Results.Json(
            new WhatIfAnswer(
                campaign, Seen.Of(log, query.AsOf), [.. trial.Lines.Select(line => new SupposedEvent(line.Id, line.Type, line.Subject, line.Warnings))],
                difference.Changes, difference.Offsetting, difference.Others, difference.Exact),
            ViewJson.Options);
    }
}

/// <summary>What events would change.</summary>
/// <param name="From">The viewpoint from which they are supposed.</param>
/// <param name="Events">The events as they would be recorded, each with what would be surprising.</param>
/// <param name="Changes">Every status that would change, with the events that would make it so.</param>
/// <param name="Offsetting">Events that would undo one another.</param>
/// <param name="Others">How many of the events would change no status.</param>
/// <param name="Exact">False where there are so many events that not every one could be tried: the causes are then enough, and some may not be needed.</param>
public sealed record WhatIfAnswer(
    string Campaign, Seen From, IReadOnlyList<SupposedEvent> Events, IReadOnlyList<Change> Changes, IReadOnlyList<Cause> Offsetting, int Others, bool Exact);

/// <summary>A hypothetical event.</summary>
public sealed record SupposedEvent(Guid Id, string Type, string Subject, IReadOnlyList<ValidationIssue> Warnings);
