using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Storage;
using Microsoft.Extensions.Localization;
using Wolverine;

namespace CampaignTracker.Web.Forms;

/// <summary>What amends the record by one press of a button: its reason is known, so nobody is asked for it.</summary>
public sealed class Amending(IMessageBus bus, TrackerOptions options, TimeProvider clock, IStringLocalizer<PageText> text)
{
    // Later it is no longer a slip of whoever recorded it, and a reason is asked for.
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    /// <summary>True where a recording can be undone: it was made just now, and nothing of it is withdrawn.</summary>
    public bool CanUndo(Knowledge knowledge, IReadOnlyList<RecordedEvent> recorded) =>
        clock.GetUtcNow() - recorded[^1].RecordedAt < Soon && recorded.All(e => knowledge.Fact(e.Id) is { Retracted: false });

    /// <summary>Withdraws the events of a recording, the last first. Whoever presses twice withdraws once.</summary>
    public Task<RecordingOutcome> UndoAsync(string campaign, IReadOnlyList<RecordedEvent> recorded, HttpContext http) =>
        RecordAsync(campaign, $"undo-{recorded[^1].Id}", [.. recorded.Reverse().Select(e => Body<EventRetracted>(
            campaign, e, "retracts", "Undo.Reason", e.Event.Sensitivity, e.Event.Sources))], http);

    /// <summary>The sources of one event that another does not have.</summary>
    public static IReadOnlyList<Source> NewSources(CampaignEvent known, CampaignEvent fresh) =>
        [.. fresh.Sources.Where(source => !known.Sources.Any(own => own.Citation == source.Citation && own.Url == source.Url))];

    /// <summary>Adds the sources of an event that was about to be recorded to the one on record that says the same.</summary>
    /// <param name="key">Makes a form that is sent twice record once.</param>
    public Task<RecordingOutcome> AddSourcesAsync(string campaign, string key, Fact known, CampaignEvent fresh, HttpContext http)
    {
        var added = NewSources(known.Event, fresh);
        var body = Body<EventCorrected>(
            campaign, known.Recorded, "corrects", "Same.Reason",
            (Sensitivity)Math.Max((int)known.Event.Sensitivity, (int)fresh.Sensitivity), added);
        body["changes"] = new JsonObject { ["sources"] = Json(known.Event.Sources.Concat(added)) };
        return RecordAsync(campaign, key, [body], http);
    }

    // It rests on these sources; where there are none, the reason says how it is known.
    private JsonObject Body<T>(
        string campaign, RecordedEvent target, string names, string reason, Sensitivity sensitivity, IReadOnlyList<Source> sources)
        where T : CampaignEvent
    {
        var body = new JsonObject
        {
            ["type"] = EventCatalogue.All.First(type => type.ClrType == typeof(T)).Name,
            ["campaign"] = campaign,
            ["subject"] = target.Event.Subject,
            ["occurred"] = EdtfDate.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Text,
            [names] = target.Id.ToString(),
            ["reason"] = text[reason].Value,
            ["sensitivity"] = sensitivity.ToString(),
        };
        if (sources.Count > 0) body["sources"] = Json(sources);
        else (body["confidence"], body["note"]) = (nameof(Confidence.Unverified), text[reason].Value);
        return body;
    }

    private static JsonNode? Json(IEnumerable<Source> sources) => JsonSerializer.SerializeToNode(sources.ToList(), EventJson.Options);

    private async Task<RecordingOutcome> RecordAsync(string campaign, string key, JsonArray bodies, HttpContext http)
    {
        var batch = EventBatchReader.ReadJson(Encoding.UTF8.GetBytes(bodies.ToJsonString()), campaign);
        if (batch.Issues.Count > 0)
            return new RecordingOutcome.Refused(Refusal.Rule, [.. batch.Issues.Select(issue => new LineIssue(null, issue))]);
        var request = new IdempotentRequest(campaign, key, SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return await bus.InvokeAsync<RecordingOutcome>(
            new RecordEvents(campaign, batch.Lines, options.Recorder, request, http.TraceIdentifier), http.RequestAborted);
    }
}
