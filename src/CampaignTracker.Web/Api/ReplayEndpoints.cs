using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Views;
using Wolverine.Http;

namespace CampaignTracker.Web.Api;

/// <summary>Replay over HTTP: what differs, why, since when we say so, and frames to play.</summary>
public static class ReplayEndpoints
{
    private const int MaxFrames = 5_000;

    /// <summary>What differs between two viewpoints, and the events that made it so.</summary>
    [WolverineGet("/api/campaigns/{campaign}/difference")]
    public static async Task<IResult> Difference(string campaign, HttpContext http, CampaignReader reader, CancellationToken ct)
    {
        List<ValidationIssue> issues = [];
        var query = http.Request.Query;
        var viewpoint = ViewQuery.Read(query, issues, "fromAsOf", "fromKnownAt", "toAsOf", "toKnownAt");
        foreach (var name in query.Keys.Where(name => name is "asOf" or "knownAt"))
            issues.Add(ValidationIssue.Refuse(name, "unknown_parameter", "is no parameter here: a difference has two viewpoints, from… and to…"));
        var (fromV, toV) = (ViewQuery.Date(query, "fromAsOf", issues), ViewQuery.Date(query, "toAsOf", issues));
        var fromK = ViewQuery.ReadKnownAt(query["fromKnownAt"].ToString(), issues, "fromKnownAt");
        var toK = ViewQuery.ReadKnownAt(query["toKnownAt"].ToString(), issues, "toKnownAt");
        if (issues.Count > 0) return Problems.Malformed(issues);
        if (await ViewEndpoints.NotYetAsync(viewpoint, reader, ct) is { } notYet) return notYet;
        if (await reader.LogAsync(campaign, ct) is not { } log) return Problems.UnknownCampaign(campaign);
        return Results.Json(Between(log, fromV, fromK, toV, toK), ViewJson.Options);
    }

    /// <summary>Why a demand, a case or a gate stands as it does.</summary>
    [WolverineGet("/api/campaigns/{campaign}/why")]
    public static async Task<IResult> Why(string campaign, HttpContext http, CampaignReader reader, CancellationToken ct)
    {
        List<ValidationIssue> issues = [];
        var viewpoint = ViewQuery.Read(http.Request.Query, issues, Asked.Names);
        var asked = Asked.Read(http.Request.Query, issues);
        if (issues.Count > 0) return Problems.Malformed(issues);
        if (await ViewEndpoints.NotYetAsync(viewpoint, reader, ct) is { } notYet) return notYet;
        if (await reader.ReplayAsync(campaign, viewpoint.AsOf, viewpoint.KnownAt, ct) is not var (log, state)) return await ViewEndpoints.NothingKnownAsync(campaign, viewpoint.KnownAt, reader, ct);
        var why = asked.Gate is { } gate ? Domain.Replay.Why.OfGate(state, gate, RuleSetList.BuiltIn.Standing, Memo.New()) : Domain.Replay.Why.OfStatus(state, asked.Subject!, RuleSetList.BuiltIn.Standing, Memo.New());
        return why is null ? asked.NotFound() : Results.Bytes(ViewAnswer.Write(log, viewpoint.AsOf, why), ViewEndpoints.Json);
    }

    /// <summary>How our answer about one date of the world changed as we learned.</summary>
    [WolverineGet("/api/campaigns/{campaign}/history")]
    public static async Task<IResult> History(string campaign, HttpContext http, CampaignReader reader, CancellationToken ct)
    {
        List<ValidationIssue> issues = [];
        var query = ViewQuery.Read(http.Request.Query, issues, Asked.Names);
        var asked = Asked.Read(http.Request.Query, issues);
        if (issues.Count > 0) return Problems.Malformed(issues);
        if (await ViewEndpoints.NotYetAsync(query, reader, ct) is { } notYet) return notYet;
        if ((await reader.LogAsync(campaign, ct))?.UpTo(query.KnownAt) is not { Events.Count: > 0 } log) return await ViewEndpoints.NothingKnownAsync(campaign, query.KnownAt, reader, ct);
        var viewpoint = new Viewpoint(query.AsOf);
        var history = asked.Gate is { } gate ? KnowledgeHistory.OfGate(log.Events, viewpoint, gate, RuleSetList.BuiltIn.Standing, Memo.New()) : KnowledgeHistory.OfStatus(log.Events, viewpoint, asked.Subject!, RuleSetList.BuiltIn.Standing, Memo.New());
        return history is null ? asked.NotFound() : Results.Bytes(ViewAnswer.Write(log, query.AsOf, history), ViewEndpoints.Json);
    }

    /// <summary>The picture at every date on which something changed, or at every batch that was recorded.</summary>
    [WolverineGet("/api/campaigns/{campaign}/frames")]
    public static async Task<IResult> Frames(string campaign, HttpContext http, CampaignReader reader, CancellationToken ct)
    {
        List<ValidationIssue> issues = [];
        var query = ViewQuery.Read(http.Request.Query, issues, "over", "most");
        var over = http.Request.Query["over"].ToString();
        if (over is not ("world" or "knowledge" or "")) issues.Add(ValidationIssue.Refuse("over", "wrong_value", "is neither world nor knowledge"));
        var most = ViewQuery.Number(http.Request.Query, "most", issues) ?? Domain.Replay.Frames.DefaultMax;
        if (most is 0 or > MaxFrames) issues.Add(ValidationIssue.Refuse("most", "wrong_value", $"is no number of frames: give one from 1 to {MaxFrames}"));
        if (issues.Count > 0) return Problems.Malformed(issues);
        if (await ViewEndpoints.NotYetAsync(query, reader, ct) is { } notYet) return notYet;
        if ((await reader.LogAsync(campaign, ct))?.UpTo(query.KnownAt) is not { Events.Count: > 0 } log) return await ViewEndpoints.NothingKnownAsync(campaign, query.KnownAt, reader, ct);
        var viewpoint = new Viewpoint(query.AsOf);
        var frames = over == "knowledge"
            ? Domain.Replay.Frames.OverKnowledge(log.Events, viewpoint, (int)most, RuleSetList.BuiltIn.Standing, Memo.New())
            : Domain.Replay.Frames.OverWorld(log.Events, viewpoint, (int)most, RuleSetList.BuiltIn.Standing, Memo.New());
        return Results.Bytes(ViewAnswer.Write(log, query.AsOf, frames), ViewEndpoints.Json);
    }

    /// <summary>One event's whole life: as recorded, what was done to it by whom and why, as it is known.</summary>
    [WolverineGet("/api/campaigns/{campaign}/events/{id}")]
    public static async Task<IResult> Event(string campaign, string id, HttpContext http, CampaignReader reader, CancellationToken ct)
    {
        List<ValidationIssue> issues = [];
        var query = ViewQuery.Read(http.Request.Query, issues);
        if (issues.Count > 0) return Problems.Malformed(issues);
        if (await ViewEndpoints.NotYetAsync(query, reader, ct) is { } notYet) return notYet;
        if (await reader.ReplayAsync(campaign, query.AsOf, query.KnownAt, ct) is not var (log, state)) return await ViewEndpoints.NothingKnownAsync(campaign, query.KnownAt, reader, ct);
        return Guid.TryParseExact(id, "D", out var e) && EventLife.Of(state, e) is { } life
            ? Results.Bytes(ViewAnswer.Write(log, query.AsOf, life), ViewEndpoints.Json)
            : Problems.NotFound("id", "unknown_event", "is no recorded event of this campaign, or was not known by then");
    }

    internal static DifferenceAnswer Between(CampaignLog log, EdtfDate? fromV, KnownAt fromK, EdtfDate? toV, KnownAt toK)
    {
        var (known, then) = (log.UpTo(fromK), log.UpTo(toK));
        var difference = Domain.Replay.Difference.Between(CampaignState.Of(known.Events, new Viewpoint(fromV)), CampaignState.Of(then.Events, new Viewpoint(toV)), RuleSetList.BuiltIn.Standing, Memo.New());
        return new DifferenceAnswer(log.Campaign, Seen.Of(known, fromV), Seen.Of(then, toV), difference.Changes, difference.Offsetting, difference.Others, difference.Exact);
    }
}

/// <summary>A viewpoint as it was answered.</summary>
/// <param name="AsOf">V; left out where it is open.</param>
/// <param name="KnownAt">When the last event that counts was recorded.</param>
/// <param name="Sequence">K in its citable form.</param>
public sealed record Seen(EdtfDate? AsOf, DateTimeOffset? KnownAt, long Sequence)
{
    internal static Seen Of(CampaignLog log, EdtfDate? asOf) => new(asOf, log.At, log.Sequence);
}

/// <summary>What differs between two viewpoints.</summary>
/// <param name="Changes">Every status that differs, by subject, with its causes.</param>
/// <param name="Offsetting">What happened, or was learned, besides, and undid one another.</param>
/// <param name="Others">How many more events differ, and change none of the statuses.</param>
/// <param name="Exact">False where there were too many events to try each: some causes may then not be needed.</param>
public sealed record DifferenceAnswer(string Campaign, Seen From, Seen To, IReadOnlyList<Change> Changes, IReadOnlyList<Cause> Offsetting, int Others, bool Exact);

/// <summary>What is asked about: one of a demand, a case, a restriction or a gate.</summary>
internal sealed record Asked(string Name, string? Subject, Guid? Gate)
{
    public static readonly string[] Names = ["demand", "case", "restriction", "gate"];

    public static Asked Read(IQueryCollection query, List<ValidationIssue> issues)
    {
        var given = Names.Where(name => query[name].ToString().Length > 0).ToList();
        if (given.Count != 1) issues.Add(ValidationIssue.Refuse("gate", "one_of", $"is one of {string.Join(", ", Names)}: give exactly one of them"));
        var subject = Names[..3].Select(name => query[name].ToString()).FirstOrDefault(text => text.Length > 0);
        if (subject is not null && ShortName.Problem(subject) is { } problem) issues.Add(ValidationIssue.Refuse(given[0], "bad_name", problem));
        return new Asked(given.FirstOrDefault("gate"), subject, ViewQuery.Event(query, "gate", issues));
    }

    public IResult NotFound() => Gate is not null
        ? Problems.NotFound("gate", "no_gate", "is no judged gate from this viewpoint: see /conditionality for those that are")
        : Problems.NotFound(Name, "no_status", $"{Subject} has no status from this viewpoint: it is no case, restriction or demand that was known by then");
}
