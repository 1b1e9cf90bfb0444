using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Events;

/// <summary>What a check may look at: the subjects concerned as they are known, the events referred to, the day, the recorder.</summary>
/// <param name="Today">The latest calendar day that has begun anywhere on Earth; a date after it lies in the future.</param>
/// <param name="Recorder">Who records.</param>
/// <param name="SignedIn">False in a tracker without sign-in, where nobody can be told apart.</param>
/// <param name="Subject">Finds a subject of the campaign by its short name, the earlier events of the same batch included; null when never opened.</param>
/// <param name="Event">Finds an event of the campaign by id; null when there is none.</param>
public sealed record Situation(
    DateOnly Today,
    string Recorder,
    bool SignedIn,
    Func<string, SubjectHistory?> Subject,
    Func<Guid, Fact?> Event)
{
    /// <summary>False for somebody who may not make an event less sensitive than it is.</summary>
    public bool MayLowerSensitivity { get; init; } = true;

    /// <summary>The event that is being replaced by the one under check, which must not count as its own duplicate; null for a new event.</summary>
    public Fact? AmendmentApplier { get; init; }

    /// <summary>The history of a subject without the event that is being replaced; an empty one when it was never opened.</summary>
    public SubjectHistory History(string name) => Subject(name) switch
    {
        null => new SubjectHistory(name, []),
        var history when AmendmentApplier is null || AmendmentApplier.Id == history.Opening?.Id => history,
        var history => new SubjectHistory(name, history.Recordings.Where(fact => fact.Id != AmendmentApplier.Id)),
    };
}
