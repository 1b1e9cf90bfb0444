namespace CampaignTracker.Domain.Events;

/// <summary>
/// What a check may ask of the record: the subjects concerned as they are known, the events referred to, the moment of recording.
/// </summary>
public interface IRecordLookup
{
    /// <summary>When, by whom and under which rules something is recorded.</summary>
    RecordingContext Context { get; }

    /// <summary>True when the event under check is what a correction makes of an earlier one; false for a new event.</summary>
    bool IsCorrection { get; }

    /// <summary>
    /// Finds a subject of the campaign by its short name, the earlier events of the same batch included; null when nothing is recorded of
    /// it.
    /// </summary>
    ISubjectOnRecord? Subject(string name);

    /// <summary>Finds an event of the campaign by id; null when there is none.</summary>
    EventOnRecord? Event(Guid id);

    /// <summary>True when the person whom an event is about may be held when it happens, as far as the record tells.</summary>
    bool IsHeldBefore(CampaignEvent e);

    /// <summary>True when the person whom an event is about may be free, or held at home, when it happens.</summary>
    bool IsFreeBefore(CampaignEvent e);

    /// <summary>The other subjects that name a subject: demands about a person, agreements that depend on a demand.</summary>
    IEnumerable<ISubjectOnRecord> Naming(string subject);

    /// <summary>The first recording that says the same as an event; null when none does.</summary>
    Guid? SameFact(CampaignEvent e);

    /// <summary>
    /// An event of an earlier batch that sets the same status otherwise on the very day of this one, where neither time nor statement says
    /// which came first; null where there is none.
    /// </summary>
    Guid? RivalOnItsDay(CampaignEvent e);

    /// <summary>The record without an event that a correction replaces; an opening stays, or its subject would be gone.</summary>
    IRecordLookup Replacing(Guid id);
}

/// <summary>When, by whom and under which rules something is recorded.</summary>
/// <param name="Today">The latest calendar day that has begun anywhere on Earth; a date after it lies in the future.</param>
/// <param name="Recorder">Who records.</param>
/// <param name="SignedIn">False in a tracker without sign-in, where nobody can be told apart.</param>
/// <param name="MayLowerSensitivity">False for somebody who may not make an event less sensitive than it is.</param>
/// <param name="RuleSets">The versions of the rule sets that there are.</param>
public sealed record RecordingContext(
    DateOnly Today, string Recorder, bool SignedIn, bool MayLowerSensitivity, IReadOnlyList<int> RuleSets);

/// <summary>A subject as it is known.</summary>
public interface ISubjectOnRecord
{
    /// <summary>Its short name; after a merge, that of the subject it was merged into.</summary>
    string Name { get; }

    /// <summary>What it is; null when it was never opened, or its opening was retracted.</summary>
    SubjectKind? Kind { get; }

    /// <summary>What it is called.</summary>
    string Title { get; }

    /// <summary>The event that opened it; null when it was never opened, or its opening was retracted.</summary>
    CampaignEvent? Opening { get; }

    /// <summary>The retraction of the event that opened it; null where that was never retracted.</summary>
    Guid? OpeningRetractedBy { get; }

    /// <summary>Its events in the order of their dates, retracted ones left out, each fact once.</summary>
    IEnumerable<CampaignEvent> Events { get; }

    /// <summary>Those of them that close or reopen it, if it is a campaign.</summary>
    IEnumerable<CampaignEvent> Ends { get; }
}

/// <summary>An event as it is known.</summary>
/// <param name="Event">What it says, corrections applied.</param>
/// <param name="RecordedOn">The subject that it was recorded on. After a merge, <c>Event.Subject</c> is the one that this was merged
/// into.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="Retracted">True when it was withdrawn.</param>
public sealed record EventOnRecord(CampaignEvent Event, string RecordedOn, string RecordedBy, bool Retracted);
