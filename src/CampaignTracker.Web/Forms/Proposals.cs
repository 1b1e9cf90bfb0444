using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;

namespace CampaignTracker.Web.Forms;

/// <summary>What a form proposes for a field that was left empty; it is shown before anything is recorded, and can be changed.</summary>
public static partial class Proposals
{
    /// <summary>The values proposed beside those given, by path.</summary>
    /// <param name="type">The event type.</param>
    /// <param name="events">The events that the form makes: those that open subjects on the way, and the event itself.</param>
    /// <param name="state">The campaign now; null where it is what is opened.</param>
    public static IEnumerable<(string Path, string Value)> For(
        EventType type, IReadOnlyList<(string Path, JsonObject Body)> events, CampaignState? state)
    {
        var body = events[^1].Body;
        if (type.ClrType == typeof(DemandIssued) && body["measuredBy"] is null)
            yield return ("measuredBy", MeasureOf(body, events, state).ToString());
        if (type.ClrType == typeof(FulfilmentAssessed) && body["reviewerSide"] is null && state is not null
            && Text(body, "reviewer") is { Length: > 0 } reviewer && Reviewers.SideOf(state, reviewer) is { } side)
            yield return ("reviewerSide", side.ToString());
    }

    // Not every demand about a person asks for a release: a fair trial, a visit, a doctor are for reviewers.
    private static Measure MeasureOf(JsonObject body, IReadOnlyList<(string Path, JsonObject Body)> events, CampaignState? state)
    {
        var about = Text(body, "about") is { } name ? state?.Knowledge.History(name)?.Kind ?? Opened(name, events) : null;
        return about == SubjectKind.Case && !AsksForRelease().IsMatch($"{Text(body, "text")} {Text(body, "criterion")}")
            ? Measure.Reviewer
            : DemandIssued.UsualMeasure(about);
    }

    private static SubjectKind? Opened(string name, IReadOnlyList<(string Path, JsonObject Body)> events) =>
        events.Where(opening => Text(opening.Body, "subject") == name)
            .Select(opening => EventCatalogue.Find(Text(opening.Body, "type") ?? "")?.Opens).FirstOrDefault();

    private static string? Text(JsonObject body, string field) => body[field] switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonObject personal => personal["personal"]?.GetValue<string>(),
        _ => null,
    };

    [GeneratedRegex(@"\b(releas\w*|free(?! and fair)|freed|freeing|liberty|liberat\w*|pardon\w*)\b|освобо|на свобод",
        RegexOptions.IgnoreCase)]
    private static partial Regex AsksForRelease();
}
