using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Events;

/// <summary>
/// A report of a fact, in the past tense. It is a storage format and has no computed values. Each type is one file (its fields, its effect,
/// what it refuses and warns about), one line in the catalogue, and its texts in each language's file.
/// </summary>
public abstract record CampaignEvent
{
    /// <summary>Short name of the campaign, such as <c>eu-kazakhstan</c>.</summary>
    public string Campaign { get; init; } = "";

    /// <summary>
    /// Short name of the subject within the campaign, such as <c>case-7</c>; the campaign's own name for events of the campaign itself.
    /// </summary>
    public string Subject { get; init; } = "";

    /// <summary>When it happened, as the sources say.</summary>
    public required EdtfDate Occurred { get; init; }

    /// <summary>The time of that day, where an order within the day matters.</summary>
    public TimeOfDay? At { get; init; }

    /// <summary>When it took effect, where that is another day.</summary>
    public EdtfDate? Effective { get; init; }

    /// <summary>When it was published.</summary>
    public EdtfDate? Published { get; init; }

    /// <summary>When the campaign learned of it, as the recorder says; never used as the recorded time.</summary>
    public EdtfDate? Learned { get; init; }

    /// <summary>The events that it is known to have come after, by id, where their dates leave that open.</summary>
    [EventId(onSameSubject: false)]
    public IReadOnlyList<Guid>? Follows { get; init; }

    /// <summary>Where the fact comes from.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>How sure the recorder is.</summary>
    public Confidence Confidence { get; init; } = Confidence.Confirmed;

    /// <summary>Who may see it.</summary>
    public Sensitivity Sensitivity { get; init; } = Sensitivity.Public;

    /// <summary>What the fields do not say.</summary>
    public PersonalText? Note { get; init; }

    /// <summary>
    /// The date on which the fact moves a status: the effective date if it has one, else the occurred date (conditionality.md, 'Dates and
    /// order').
    /// </summary>
    public EdtfDate MovesAt() => Effective ?? Occurred;

    /// <summary>Which of its type's sentences tells the event, such as <c>denied</c>; null for the usual one.</summary>
    public virtual string? SentenceForm() => null;

    /// <summary>What the event does to a status; none for most types.</summary>
    public virtual IEnumerable<Effect> Effects() => [];

    /// <summary>What this type refuses and warns about, beyond what holds for every event.</summary>
    /// <param name="record">What is known of the subjects concerned, and of the day.</param>
    public virtual IEnumerable<ValidationIssue> Check(IRecordLookup record) => [];

    /// <summary>True when the event may lie in the future: it says what is expected.</summary>
    public virtual bool IsExpectation() => false;

    /// <summary>
    /// True for an expectation that is dated by what is expected: when it was announced is not said, and so it counts from when it is
    /// known.
    /// </summary>
    public virtual bool CountsWhenKnown() => false;

    /// <summary>The title of the subject that this event opens; null for an event that opens none.</summary>
    public virtual PersonalText? SubjectTitle() => null;
}
