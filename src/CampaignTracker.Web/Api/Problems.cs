using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Presentation;
using CampaignTracker.Web.Recording;

namespace CampaignTracker.Web.Api;

/// <summary>Refusals as RFC 9457 problem details: what kind, and every field that is at fault with plain words on what to do.</summary>
public static class Problems
{
    /// <summary>What a recorder is told: a connection that breaks while the database commits leaves nobody who knows.</summary>
    public const string StoredOrNot = "The database does not answer just now. It may have stored this or not: send the same again, and "
        + "with an Idempotency-Key or event ids it is recorded once.";

    /// <summary>One field at fault.</summary>
    /// <param name="Field">The field as the request names it: <c>events[3].occurred</c>; empty for the request as a whole.</param>
    /// <param name="Code">A stable short name of the rule.</param>
    /// <param name="Message">What is wrong and what to do.</param>
    public sealed record FieldError(string Field, string Code, string Message);

    public static IResult Malformed(IEnumerable<ValidationIssue> issues) =>
        Of(StatusCodes.Status400BadRequest, "malformed", "The request cannot be read.", issues);

    public static IResult Of(RecordingOutcome.Refused refused, bool single) => refused.Reason switch
    {
        Refusal.Malformed => Of(StatusCodes.Status400BadRequest, "malformed", "The request cannot be read.", Placed(refused, single)),
        Refusal.UnknownCampaign => Of(
            StatusCodes.Status404NotFound, "unknown-campaign", "There is no such campaign.", Placed(refused, single)),
        Refusal.Conflict => Of(
        StatusCodes.Status409Conflict, "conflict", "Something on record stands in the way; nothing was stored.", Placed(refused, single)),
        _ => Of(StatusCodes.Status422UnprocessableEntity, "refused", "The events cannot be recorded as they are; nothing was stored.",
        Placed(refused, single)),
    };

    public static IResult UnknownCampaign(string campaign) =>
        Of(StatusCodes.Status404NotFound, "unknown-campaign", "There is no such campaign.",
        [ShortName.Problem(campaign, "campaign") ?? ValidationIssue.Refuse("campaign", "unknown_campaign", ("campaign", campaign))]);

    /// <param name="field">The field at fault.</param>
    /// <param name="text">The name of the sentence, as in <see cref="ValidationIssue.Refuse(string, string, ReadOnlySpan{ValueTuple{string,
    /// object}})"/>.</param>
    /// <param name="arguments">What the sentence names.</param>
    public static IResult NotFound(string field, string text, params ReadOnlySpan<(string, object?)> arguments) =>
        Of(StatusCodes.Status404NotFound, "not-found", "There is no such thing here.", [ValidationIssue.Refuse(field, text, arguments)]);

    public static IResult NoLongerSo(string hash, long sequence) =>
        Of(StatusCodes.Status409Conflict, "no-longer-so", "The answer is no longer the one that was cited.",
        [ValidationIssue.Refuse("hash", "other_answer", ("hash", hash), ("sequence", sequence))]);

    public static IResult NotYet(long sequence, long reached) =>
        Of(StatusCodes.Status503ServiceUnavailable, "not-yet", "The views have not reached that sequence.",
        [ValidationIssue.Refuse("after", "not_reached", ("sequence", sequence), ("reached", reached))]);

    private static IEnumerable<ValidationIssue> Placed(RecordingOutcome.Refused refused, bool single) => refused.Issues.Select(found =>
        found.Line is not { } line || single ? found.ValidationIssue
        : found.ValidationIssue with { Field = found.ValidationIssue.Field.Length == 0 ? $"events[{line}]"
            : $"events[{line}].{found.ValidationIssue.Field}" });

    private static IResult Of(int status, string type, string title, IEnumerable<ValidationIssue> issues)
    {
        IssueCollection told = [];
        told.AddRange(issues);
        var errors = told.ToList().Select(issue => new FieldError(issue.Field, issue.Code, IssueMessages.Of(issue, Languages.OfTheApi)))
            .ToList();
        return Results.Problem(
            type: $"/docs/problems#{type}",
            title: title,
            detail: errors is [var only] ? $"{only.Field} {only.Message}".Trim() : null,
            statusCode: status,
            extensions: new Dictionary<string, object?> { ["errors"] = errors });
    }
}
