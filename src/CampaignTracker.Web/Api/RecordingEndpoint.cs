using System.Security.Cryptography;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Viewpoints;
using Wolverine;
using Wolverine.Http;

namespace CampaignTracker.Web.Api;

/// <summary>What a recording answers.</summary>
/// <param name="RecordedAt">The instant of the batch, stamped by the database.</param>
/// <param name="Sequence">Pass it as <c>after</c> to a read that must show these events.</param>
/// <param name="Repeated">True when an earlier request had stored all of it.</param>
/// <param name="Events">Each event's id, version and warnings, in the order of the batch.</param>
public sealed record RecordingAnswer(DateTimeOffset RecordedAt, long Sequence, bool Repeated, IReadOnlyList<RecordedLine> Events);

/// <summary>The door over HTTP.</summary>
public static class RecordingEndpoint
{
    /// <summary>Records one event or a list of them on a campaign, all or nothing.</summary>
    [WolverinePost("/api/campaigns/{campaign}/events")]
    public static Task<IResult> Record(
        string campaign, HttpContext http, IMessageBus bus, TrackerOptions options, RuleSetList rules, CancellationToken ct) =>
        RecordAsync(campaign, http, bus, options, rules, mayOpenCampaign: false, ct);

    /// <summary>Opens a campaign: one campaign_opened event, alone or at the head of a list of the campaign's first events.</summary>
    [WolverinePost("/api/campaigns")]
    public static Task<IResult> Open(HttpContext http, IMessageBus bus, TrackerOptions options, RuleSetList rules, CancellationToken ct) =>
        RecordAsync(null, http, bus, options, rules, mayOpenCampaign: true, ct);

    private static async Task<IResult> RecordAsync(
        string? campaign, HttpContext http, IMessageBus bus, TrackerOptions options, RuleSetList rules, bool mayOpenCampaign,
        CancellationToken ct)
    {
        if (JsonBody.Problem(http.Request) is { } unreadable) return unreadable;
        List<ValidationIssue> strange = [];
        ViewQuery.RefuseOthers(http.Request.Query, strange);
        if (strange.Count > 0) return Problems.Malformed(strange);
        if (campaign is not null && ShortName.Problem(campaign, "campaign") is { } problem) return Problems.Malformed([problem]);

        var bytes = await SentBody.ReadAsync(http.Request, ct);
        var (request, keyProblem) = ReadKey(http.Request, campaign ?? IdempotentRequest.Openings, bytes.Span);
        if (keyProblem is not null) return Problems.Malformed([keyProblem]);

        var batch = EventBatchReader.ReadJson(bytes.Span, campaign);
        if (batch.Issues.Count > 0) return Problems.Malformed(batch.Issues);
        campaign ??= batch.Lines[0].Event.Campaign;
        var single = JsonBody.IsObject(bytes.Span);
        if (mayOpenCampaign && CannotOpen(batch.Lines, campaign) is { } cannot)
            return Problems.Of(new RecordingOutcome.Refused(Refusal.Malformed, [cannot]), single);

        var lines = mayOpenCampaign ? NewCampaign.Judged(batch.Lines, rules) : batch.Lines;
        var command = new RecordEvents(campaign, lines, options.Recorder, request, http.TraceIdentifier, mayOpenCampaign);
        var outcome = await bus.InvokeAsync<RecordingOutcome>(command, ct);
        return outcome switch
        {
            RecordingOutcome.Recorded recorded => Results.Json(
                new RecordingAnswer(recorded.RecordedAt, recorded.Sequence, recorded.Fresh == 0, recorded.Events),
                Domain.Views.ViewJson.Options, statusCode: StatusCodes.Status201Created),
            RecordingOutcome.Refused refused => Problems.Of(refused, single),
            _ => throw new InvalidOperationException($"No answer for {outcome.GetType().Name}."),
        };
    }

    private static LineIssue? CannotOpen(IReadOnlyList<EventLine> lines, string campaign)
    {
        if (lines[0].Event is not Domain.Campaigns.CampaignOpened)
            return new(0, ValidationIssue.Refuse("type", "not_an_opening"));
        if (ShortName.Problem(campaign, "campaign") is { } problem) return new(0, problem);
        var stray = lines.Index().FirstOrDefault(line => line.Item.Event.Campaign != campaign);
        return stray.Item is null ? null : new(stray.Index, ValidationIssue.Refuse("campaign", "two_campaigns", ("campaign", campaign)));
    }

    private static (IdempotentRequest?, ValidationIssue?) ReadKey(HttpRequest request, string scope, ReadOnlySpan<byte> body)
    {
        if (!request.Headers.TryGetValue("Idempotency-Key", out var values)) return (null, null);
        var key = values.ToString();
        if (values.Count != 1 || key.Length is 0 or > 200 || key.Any(c => c is < ' ' or > '~'))
            return (null, ValidationIssue.Refuse("Idempotency-Key", "bad_key"));
        return (new IdempotentRequest(scope, key, SHA256.HashData(body)), null);
    }
}
