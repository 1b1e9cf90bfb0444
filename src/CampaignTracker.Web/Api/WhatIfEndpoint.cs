using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Storage;
using Wolverine.Http;

namespace CampaignTracker.Web.Api;

/// <summary>What if this had happened? Hypothetical events go through the door's reading and checks, and the door stays shut.</summary>
public static class WhatIfEndpoint
{
    /// <summary>The difference that events would make, from a viewpoint; nothing is stored.</summary>
    [WolverinePost("/api/campaigns/{campaign}/what-if")]
    public static async Task<IResult> WhatIf(
        string campaign, HttpContext http, CampaignRequests requests, Recorder recorder, TrackerOptions options, CancellationToken ct)
    {
        if (JsonBody.Problem(http.Request) is { } unreadable) return unreadable;
        if (ShortName.Problem(campaign, "campaign") is { } problem) return Problems.Malformed([problem]);
        var (from, issues) = requests.Read(http);
        if (issues.Count > 0) return Problems.Malformed(issues);
        var bytes = await SentBody.ReadAsync(http.Request, ct);
        var batch = EventBatchReader.ReadJson(bytes.Span, campaign);
        if (batch.Issues.Count > 0) return Problems.Malformed(batch.Issues);
        var (read, unanswered) = await requests.CampaignAsync(campaign, from, issues, ct);
        if (read is null) return unanswered!;

        var trial = await recorder.TryAsync(new RecordEvents(campaign, batch.Lines, options.Recorder), read.Log.Sequence, ct);
        if (trial.Refused is { } refused) return Problems.Of(refused, JsonBody.IsObject(bytes.Span));
        var difference = read.To(read.With(trial.Events));
        return Results.Json(
            new WhatIfAnswer(
                campaign, ViewpointAnswer.Of(read), read.Rules.Version,
                [.. trial.Lines.Select(line => new SupposedEvent(line.Id, line.Type, line.Subject, line.Warnings))],
                difference.Changes, difference.Offsetting, difference.Others, difference.Exact),
            ViewJson.Options);
    }
}

/// <summary>What events would change.</summary>
/// <param name="From">The viewpoint from which they are supposed.</param>
/// <param name="RuleSet">The version of the rule set that was asked.</param>
/// <param name="Events">The events as they would be recorded, each with what would be surprising.</param>
/// <param name="Changes">Every status that would change, with the events that would make it so.</param>
/// <param name="Offsetting">Events that would undo one another.</param>
/// <param name="Others">How many of the events would change no status.</param>
/// <param name="Exact">False where there are so many events that not every one could be tried: the causes are then enough, and some may not
/// be needed.</param>
public sealed record WhatIfAnswer(
    string Campaign,
    ViewpointAnswer From,
    int RuleSet,
    IReadOnlyList<SupposedEvent> Events,
    IReadOnlyList<Change> Changes,
    IReadOnlyList<Cause> Offsetting,
    int Others,
    bool Exact);

/// <summary>A hypothetical event.</summary>
public sealed record SupposedEvent(Guid Id, string Type, string Subject, IReadOnlyList<ValidationIssue> Warnings);
