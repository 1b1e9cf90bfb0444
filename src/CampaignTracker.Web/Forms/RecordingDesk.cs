using System.Globalization;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Viewpoints;
using Microsoft.Extensions.Localization;
using Wolverine;

namespace CampaignTracker.Web.Forms;

/// <summary>Takes forms: checks first, and records what was checked, through the one door.</summary>
public sealed class RecordingDesk(
    IMessageBus bus, Recorder recorder, CampaignReader reader, ViewpointReader viewpoints, TrackerOptions options,
    RuleSetList rules, Amending amending, TimeProvider clock, IStringLocalizer<PageText> text)
{
    private const int MaxNames = 50;

    /// <summary>Takes a form as it was sent.</summary>
    /// <param name="form">Takes what stands in it, what is wrong with it, or what would be recorded.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="http">The request, which ties the recording to itself in logs.</param>
    /// <returns>What was recorded; null while there is something to look at first.</returns>
    public async Task<RecordingOutcome.Recorded?> TakeAsync(RecordForm form, IFormCollection sent, HttpContext http)
    {
        var ct = http.RequestAborted;
        var values = FormValues.Read(sent);
        if (Guid.TryParse(sent["key"], out var key)) form.Key = key.ToString();
        if (Prefill.Target(values, form.State) is { } target) form.Layout = FormLayout.Of(form.Type, EventCatalogue.Of(target.Event));
        var action = sent["do"].ToString();
        form.Untaken = SentForm.Problem(http, text);
        if (form.Untaken is not null)
        {
            form.Values = values;
            return null;
        }
        if (Altered(form, values, action)) return null;

        form.Values = values.Compact(form.Layout.All);
        var seen = sent["checked"] == Convert.ToHexStringLower(form.Hash);
        var confirmed = seen && action == "record";
        HashSet<string> taken = form.PageContext is null ? await CampaignNamesAsync(ct) : new(StringComparer.Ordinal);
        for (var attempt = 0; ; attempt++)
        {
            var reading = new FormReader(form.Campaign, form.State, taken, clock.Today());
            var events = reading.Read(form.Layout, form.Values);
            if (action == "check" && Proposals.For(form.Type, events, form.State).ToList() is { Count: > 0 } proposed)
            {
                foreach (var (path, value) in proposed) form.Values = form.Values.With(path, value);
                events = (reading = new FormReader(form.Campaign, form.State, taken, clock.Today())).Read(form.Layout, form.Values);
            }
            var campaign = form.PageContext is null ? events[0].Body["campaign"]!.GetValue<string>() : form.Campaign;
            form.Offers = reading.Offers;
            form.Problems = new(reading.Problems, StringComparer.Ordinal);
            var batch = EventBatchReader.ReadJson(System.Text.Encoding.UTF8.GetBytes(new JsonArray([.. events.Select(e => e.Body)])
                .ToJsonString()), campaign);
            foreach (var issue in batch.Issues) Place(form, events, issue);
            if (form.PageContext is null && ShortName.Problem(campaign, "campaign") is { } bad) form.Problems.TryAdd("campaign", Said(bad));
            if (form.Problems.Count > 0)
            {
                // Everything at once: that a source is missing can be said of what cannot be read, too.
                if (MissingSource(form) is { } missing) Place(form, "", missing);
                return null;
            }

            if (seen && Same(form, action) is { } known)
            {
                var outcome = await amending.AddSourcesAsync(form.Campaign, form.Key, known, batch.Lines[^1].Event, http);
                if (outcome is RecordingOutcome.Recorded added)
                {
                    form.AddedTo = known.Id;
                    return added;
                }
                foreach (var (_, issue) in ((RecordingOutcome.Refused)outcome).Issues) form.Problems.TryAdd("sources", Said(issue));
                return null;
            }

            var lines = form.PageContext is null ? NewCampaign.Judged(batch.Lines, rules) : batch.Lines;
            var command = new RecordEvents(
                campaign, lines, options.Recorder, null, http.TraceIdentifier, MayOpenCampaign: form.PageContext is null);
            RecordingOutcome.Refused? refused;
            if (confirmed)
            {
                // What was sent twice is answered twice, whatever has come in between: the door knows the key.
                var request = new IdempotentRequest(form.PageContext is null ? IdempotentRequest.Openings : campaign, form.Key, form.Hash);
                var outcome = await bus.InvokeAsync<RecordingOutcome>(command with { Request = request }, ct);
                if (outcome is RecordingOutcome.Recorded recorded) return recorded;
                refused = (RecordingOutcome.Refused)outcome;
            }
            else
            {
                var trial = await recorder.CheckAsync(command, ct);
                refused = trial.Refused;
                if (refused is null)
                {
                    form.Review = ReviewOf(form, events, batch.Lines, trial, viewpoints.Now(http));
                    return null;
                }
            }
            // Somebody was quicker: the next name is free.
            var lost = refused.Issues.Where(found => found.ValidationIssue.Code == "already_open")
                .Select(found => batch.Lines[found.Line ?? 0].Event.Subject).ToList();
            if (lost.Count == refused.Issues.Count && lost.TrueForAll(reading.Chosen.Contains) && attempt < MaxNames)
            {
                taken.UnionWith(lost);
                continue;
            }
            foreach (var (line, issue) in refused.Issues)
            {
                if (issue.Code == "key_reused") form.WasRecorded = true;
                else Place(form, events[line ?? events.Count - 1].Path, issue);
            }
            return null;
        }
    }

    // Rows that come and go, and sources that are taken again: the form is shown with them, and nothing is judged yet.
    private static bool Altered(RecordForm form, FormValues values, string action)
    {
        var (what, where) = action.Split(':', 2) is [var verb, var place] ? (verb, place) : (action, "");
        if (what == "add")
        {
            form.Values = values.WithRow(where);
            form.Focus = $"{where}[{form.Values.Rows(where) - 1}]";
        }
        else if (what == "remove")
        {
            form.Values = values.WithoutRow(where);
            form.Focus = where[..Math.Max(0, where.LastIndexOf('['))];
        }
        else if (what == "source" && int.TryParse(where, out var which) && form.LastSources.ElementAtOrDefault(which) is { } source)
        {
            var compact = values.Compact(form.Layout.All.Where(field => field.Name == "sources"));
            var row = $"sources[{compact.Rows("sources")}]";
            form.Values = values.With(Prefill.Source(source, row));
            form.Focus = $"{row}.locator";
        }
        else if (form.State is not null && Prefill.Target(values, form.State) is { } target
            && form.Layout.All.FirstOrDefault(field => field.Shape == FieldShape.Changes) is { } changes
            && !values.Paths.Any(path => path.Key.StartsWith("changes.", StringComparison.Ordinal)))
        {
            // Only now it is said which event is corrected.
            form.Values = values.With(Prefill.Of(target.Event, changes.Members, "changes.", form.State));
        }
        else return false;
        return true;
    }

    // What is on record and says the same, where whoever sends the form says so.
    private static Fact? Same(RecordForm form, string action) =>
        action.StartsWith("same:", StringComparison.Ordinal) && Guid.TryParse(action.AsSpan(5), out var id)
        && form.State?.Knowledge.Fact(id) is { Retracted: false } known ? known : null;

    private static ValidationIssue? MissingSource(RecordForm form) => EventRules.MissingSource(
        form.Type, form.Values.Rows("sources") > 0,
        Enum.TryParse<Confidence>(form.Values["confidence"], out var confidence) ? confidence : Confidence.Confirmed,
        form.Values["note"].Length > 0);

    private static Review ReviewOf(
        RecordForm form, IReadOnlyList<(string Path, JsonObject Body)> events, IReadOnlyList<EventLine> lines, Trial trial,
        ViewpointRequest from)
    {
        var opened = new CampaignLog(form.Campaign, []);
        var before = form.PageContext?.From ?? new CampaignAt(opened, from.AsOf, from.Clearance, from.Rules, from.Language);
        var after = before.With(trial.Events).State;
        var difference = form.State is null ? null : Difference.Between(form.State, after, before.Rules, Memo.New());
        return new(
            [.. lines.Select(line => Reviewed(line.Event, form.State, after))],
            form.State is null ? [] : [.. lines.SelectMany(line => LikelyDuplicate.Of(form.State, line.Event))
            .DistinctBy(known => known.Id)],
            [.. trial.Lines.Index().SelectMany(line => line.Item.Warnings.Where(warning => warning.Code != "likely_duplicate")
                .Select(warning => (PathOf(form, In(events[line.Index].Path, warning.Field)), Said(warning))))],
            difference?.Changes ?? []);
    }

    private static ReviewedEvent Reviewed(CampaignEvent e, CampaignState? before, CampaignState after)
    {
        var amended = e switch { EventCorrected correction => correction.Corrects, EventRetracted retraction => retraction.Retracts,
            _ => (Guid?)null };
        var (first, now) = amended is { } id ? (before?.Knowledge.Fact(id)?.Event, after.Knowledge.Fact(id)?.Event) : default;
        return new(
            e, after.Sentence(e), EventCatalogue.Of(e).Opens is null ? null : e.Subject, now is null ? null : after.Sentence(now),
            first is null || now is null ? [] : FirstRecordedField.Between(first, now, after.Viewpoint));
    }

    // What the form has no field for keeps its own name.
    private static string PathOf(RecordForm form, string field) => form.Layout.Nearest(field) is { Length: > 0 } path ? path : field;

    // Issues of a request come as events[1].sources[0].url.
    private static void Place(RecordForm form, IReadOnlyList<(string Path, JsonObject Body)> events, ValidationIssue issue)
    {
        var close = issue.Field.IndexOf(']', StringComparison.Ordinal);
        var index = close > 7 && int.TryParse(issue.Field.AsSpan(7, close - 7), out var i) ? i : events.Count - 1;
        Place(form, events[index].Path, issue with { Field = close < 0 ? issue.Field : issue.Field[(close + 1)..].TrimStart('.') });
    }

    private static void Place(RecordForm form, string at, ValidationIssue issue) =>
        // What goes into a field stands beside it already, in the form's own words.
        form.Problems.TryAdd(
            form.Layout.Nearest(In(at, issue.Field)),
            Said(issue.Code is "missing_field" or "missing_subject" ? ValidationIssue.Refuse(issue.Field, "form_missing_field") : issue));

    private static string Said(ValidationIssue issue) => IssueMessages.Of(issue, CultureInfo.CurrentUICulture);

    // An opening on the way has its own fields; the rest it shares with the event.
    private static string In(string path, string field) =>
        path.Length == 0 || field.Split('.', '[')[0] is "sources" or "confidence" or "sensitivity" or "note" ? field
        : field == "subject" ? path[..^FormValues.New.Length] : path + field;

    private async Task<HashSet<string>> CampaignNamesAsync(CancellationToken ct) =>
        [.. await reader.NamesAsync(ct), .. ShortName.Reserved];
}
