using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Viewpoints;
using Wolverine.Http;

namespace CampaignTracker.Web.Api;

/// <summary>Replay over HTTP: what differs, why, since when we say so, and frames to play.</summary>
public static class ReplayEndpoints
{
    private const int MaxFrames = 5_000;

    /// <summary>What differs between two viewpoints, and the events that made it so.</summary>
    [WolverineGet("/api/campaigns/{campaign}/difference")]
    public static async Task<IResult> Difference(string campaign, HttpContext http, CampaignRequests requests, CancellationToken ct)
    {
        var (whole, issues) = requests.Read(http, "fromAsOf", "fromKnownAt", "toAsOf", "toKnownAt");
        foreach (var name in http.Request.Query.Keys.Where(name => name is "asOf" or "knownAt"))
            issues.Add(ValidationIssue.Refuse(name, "unknown_parameter:difference"));
        var (from, to) = (ViewpointReader.ReadSide(http, "from", whole, issues), ViewpointReader.ReadSide(http, "to", whole, issues));
        var (all, problem) = await requests.CampaignAsync(campaign, whole, issues, ct);
        return all is null ? problem! : Results.Json(Between(all, from, to), ViewJson.Options);
    }

    /// <summary>Why a demand, a case or a gate stands as it does.</summary>
    [WolverineGet("/api/campaigns/{campaign}/why")]
    public static async Task<IResult> Why(string campaign, HttpContext http, CampaignRequests requests, CancellationToken ct)
    {
        var (from, issues) = requests.Read(http, Asked.Names);
        var asked = Asked.Read(http.Request.Query, issues);
        var (read, problem) = await requests.CampaignAsync(campaign, from, issues, ct);
        if (read is null) return problem!;
        var why = asked.Gate is { } gate
            ? Domain.Replay.Why.OfGate(read.State, gate, read.Rules, Memo.New())
            : Domain.Replay.Why.OfStatus(read.State, asked.Subject!, read.Rules, Memo.New());
        return why is null ? asked.NotFound() : Results.Bytes(read.Write(why), ViewEndpoints.Json);
    }

    /// <summary>How our answer about one date of the world changed as we learned.</summary>
    [WolverineGet("/api/campaigns/{campaign}/history")]
    public static async Task<IResult> History(string campaign, HttpContext http, CampaignRequests requests, CancellationToken ct)
    {
        var (from, issues) = requests.Read(http, Asked.Names);
        var asked = Asked.Read(http.Request.Query, issues);
        var (read, problem) = await requests.CampaignAsync(campaign, from, issues, ct);
        if (read is null) return problem!;
        var history = asked.Gate is { } gate
            ? KnowledgeHistory.OfGate(read.Log.Events, read.Viewpoint, gate, read.Rules, Memo.New())
            : KnowledgeHistory.OfStatus(read.Log.Events, read.Viewpoint, asked.Subject!, read.Rules, Memo.New());
        return history is null ? asked.NotFound() : Results.Bytes(read.Write(history), ViewEndpoints.Json);
    }

    /// <summary>The statuses at every date on which something changed, or at every batch that was recorded.</summary>
    [WolverineGet("/api/campaigns/{campaign}/frames")]
    public static async Task<IResult> Frames(string campaign, HttpContext http, CampaignRequests requests, CancellationToken ct)
    {
        var (from, issues) = requests.Read(http, "over", "most");
        var over = http.Request.Query["over"].ToString();
        if (over is not ("world" or "knowledge" or "")) issues.Add(ValidationIssue.Refuse("over", "wrong_value:over"));
        var most = ViewQuery.Number(http.Request.Query, "most", issues) ?? Domain.Replay.Frames.DefaultMax;
        if (most is 0 or > MaxFrames) issues.Add(ValidationIssue.Refuse("most", "wrong_value:frames", ("most", MaxFrames)));
        var (read, problem) = await requests.CampaignAsync(campaign, from, issues, ct);
        if (read is null) return problem!;
        var frames = over == "knowledge"
            ? Domain.Replay.Frames.OverKnowledge(read.Log.Events, read.Viewpoint, (int)most, read.Rules, Memo.New())
            : Domain.Replay.Frames.OverWorld(read.Log.Events, read.Viewpoint, (int)most, read.Rules, Memo.New());
        return Results.Bytes(read.Write(frames), ViewEndpoints.Json);
    }

    /// <summary>One event's whole life: as recorded, what was done to it by whom and why, as it is known.</summary>
    [WolverineGet("/api/campaigns/{campaign}/events/{id}")]
    public static async Task<IResult> Event(string campaign, string id, HttpContext http, CampaignRequests requests, CancellationToken ct)
    {
        var (from, issues) = requests.Read(http);
        var (read, problem) = await requests.CampaignAsync(campaign, from, issues, ct);
        if (read is null) return problem!;
        return Guid.TryParseExact(id, "D", out var e) && EventLife.Of(read.State, e) is { } life
            ? Results.Bytes(read.Write(life), ViewEndpoints.Json)
            : Problems.NotFound("id", "unknown_event:by_then");
    }

    /// <param name="all">All that is known of the campaign.</param>
    internal static DifferenceAnswer Between(CampaignAt all, ViewpointRequest from, ViewpointRequest to)
    {
        var (one, other) = (all.UpTo(from.KnownAt).At(from.AsOf), all.UpTo(to.KnownAt).At(to.AsOf));
        var difference = one.To(other);
        return new(all.Log.Campaign, ViewpointAnswer.Of(one), ViewpointAnswer.Of(other), all.Rules.Version,
            difference.Changes, difference.Offsetting, difference.Others, difference.Exact);
    }
}

/// <summary>A viewpoint as it was answered.</summary>
/// <param name="AsOf">V: as it was asked for, or the day of the answer.</param>
/// <param name="KnownAt">When the last event that counts was recorded.</param>
/// <param name="Sequence">K in its citable form.</param>
public sealed record ViewpointAnswer(EdtfDate AsOf, DateTimeOffset? KnownAt, long Sequence)
{
    internal static ViewpointAnswer Of(CampaignAt from) => new(from.AsOf, from.Log.At, from.Log.Sequence);
}

/// <summary>What differs between two viewpoints.</summary>
/// <param name="RuleSet">The version of the rule set that was asked.</param>
/// <param name="Changes">Every status that differs, by subject, with its causes.</param>
/// <param name="Offsetting">What happened, or was learned, besides, and undid one another.</param>
/// <param name="Others">How many more events differ, and change none of the statuses.</param>
/// <param name="Exact">False where there were too many events to try each: some causes may then not be needed.</param>
public sealed record DifferenceAnswer(
    string Campaign, ViewpointAnswer From, ViewpointAnswer To, int RuleSet, IReadOnlyList<Change> Changes, IReadOnlyList<Cause> Offsetting,
    int Others, bool Exact);

/// <summary>What is asked about: one of a demand, a case, a restriction or a gate.</summary>
internal sealed record Asked(string Name, string? Subject, Guid? Gate)
{
    public static readonly string[] Names = ["demand", "case", "restriction", "gate"];

    public static Asked Read(IQueryCollection query, List<ValidationIssue> issues)
    {
        var given = Names.Where(name => query[name].ToString().Length > 0).ToList();
        if (given.Count != 1) issues.Add(ValidationIssue.Refuse("gate", "one_of:parameters", ("names", Names)));
        var subject = Names[..3].Select(name => query[name].ToString()).FirstOrDefault(text => text.Length > 0);
        if (subject is not null && ShortName.Problem(subject, given[0]) is { } problem) issues.Add(problem);
        return new Asked(given.FirstOrDefault("gate"), subject, ViewQuery.Event(query, "gate", issues));
    }

    public IResult NotFound() => Gate is not null
        ? Problems.NotFound("gate", "no_gate:judged")
        : Problems.NotFound(Name, "no_status", ("subject", Subject));
}
