using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Recording;

/// <summary>
/// The one door: records one or many events of a campaign, all or nothing, taken top-down, so that a batch may open a subject and then use
/// it.
/// </summary>
/// <param name="Campaign">Short name of the campaign.</param>
/// <param name="Lines">The events.</param>
/// <param name="Recorder">Who records.</param>
/// <param name="Request">Set when the request must be carried out only once.</param>
/// <param name="Correlation">What ties the batch to the request in logs and metadata.</param>
/// <param name="MayOpenCampaign">True where a batch may open its campaign: the campaigns' own endpoint, an import.</param>
/// <param name="File">The file of which the batch is a part: all of its lines keep their order; null for a batch of its own.</param>
/// <param name="FirstLine">The line of the file with which the batch begins, from 0.</param>
public sealed record RecordEvents(
    string Campaign,
    IReadOnlyList<EventLine> Lines,
    string Recorder,
    IdempotentRequest? Request = null,
    string? Correlation = null,
    bool MayOpenCampaign = false,
    Guid? File = null,
    int FirstLine = 0);

/// <summary>A request with a key: the same key and body is answered again, with another body it is refused.</summary>
/// <param name="Scope">Where the key counts: the campaign that the address names, or <see cref="Openings"/>.</param>
/// <param name="Key">The client's key.</param>
/// <param name="BodyHash">SHA-256 of the body.</param>
public sealed record IdempotentRequest(string Scope, string Key, byte[] BodyHash)
{
    /// <summary>The scope of requests that open campaigns, whichever they open.</summary>
    public const string Openings = "";
}

/// <summary>What became of a batch: it was recorded, or nothing was stored.</summary>
public abstract record RecordingOutcome
{
    /// <summary>Everything is stored, now or by an earlier request that this one repeats.</summary>
    /// <param name="RecordedAt">When the last of the events was recorded.</param>
    /// <param name="Sequence">The sequence of the last of the events: views that have reached it show them all.</param>
    /// <param name="Events">The events in the order of the batch.</param>
    /// <param name="Fresh">How many of them are new.</param>
    public sealed record Recorded(
        DateTimeOffset RecordedAt, long Sequence, IReadOnlyList<RecordedLine> Events, int Fresh) : RecordingOutcome;

    /// <summary>Nothing is stored.</summary>
    /// <param name="Reason">What kind of refusal it is.</param>
    /// <param name="Issues">The bad fields of the events, as far as they are told (<see cref="IssueLimit"/>).</param>
    public sealed record Refused(Refusal Reason, IReadOnlyList<LineIssue> Issues) : RecordingOutcome;
}

/// <summary>An issue and the event that it is about.</summary>
/// <param name="Line">The event's index in the batch, from 0; null for the request as a whole.</param>
/// <param name="ValidationIssue">What is wrong.</param>
public sealed record LineIssue(int? Line, ValidationIssue ValidationIssue);

/// <summary>Why a batch is refused.</summary>
public enum Refusal
{
    /// <summary>The request cannot be read.</summary>
    Malformed,
    /// <summary>The campaign was never opened.</summary>
    UnknownCampaign,
    /// <summary>A rule of the domain.</summary>
    Rule,
    /// <summary>Something is there already: a name, an identifier, another body under the same id or key, a newer version.</summary>
    Conflict,
}

/// <summary>One recorded event.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its stored name.</param>
/// <param name="Subject">The subject's short name, as given or as the server chose it.</param>
/// <param name="Version">Its place in the subject's stream.</param>
/// <param name="Sequence">Its place in the log.</param>
/// <param name="Warnings">What was surprising.</param>
public sealed record RecordedLine(
    Guid Id, string Type, string Subject, long Version, long Sequence, IReadOnlyList<ValidationIssue> Warnings);
