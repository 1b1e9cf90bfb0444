using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Events;

/// <summary>
/// A report of a fact of the world, in the past tense: a storage format, without computed values.
/// Each type is one file (its fields, its sentence, its effect, what it refuses and warns about) and one line in the catalogue.
/// </summary>
public abstract record CampaignEvent
{
    /// <summary>Short name of the campaign, such as <c>eu-kazakhstan</c>.</summary>
    [Help("Short name of the campaign, such as eu-kazakhstan.")]
    public string Campaign { get; init; } = "";

    /// <summary>Short name of the subject within the campaign, such as <c>case-7</c>; the campaign's own name for events of the campaign itself.</summary>
    [Help("Short name of the subject, such as case-7.")]
    public string Subject { get; init; } = "";

    /// <summary>When it happened, as the sources say.</summary>
    [Help("When it happened, as the sources say: 2013-04-18, 2014-11, 2014-11~, 2013-10-09/2013-10-10.")]
    public required EdtfDate Occurred { get; init; }

    /// <summary>When it took effect, where that is another day.</summary>
    [Help("When it took effect, where that is another day.")]
    public EdtfDate? Effective { get; init; }

    /// <summary>When it was published.</summary>
    [Help("When it was published.")]
    public EdtfDate? Published { get; init; }

    /// <summary>When the campaign learned of it, as the recorder says; never used as the recorded time.</summary>
    [Help("When the campaign learned of it.")]
    public EdtfDate? Learned { get; init; }

    /// <summary>Where the fact comes from.</summary>
    [Help("Where it comes from: at least one source, unless the confidence is Unverified and the note says why there is none.")]
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>How sure the recorder is.</summary>
    [Help("How sure you are of the fact.")]
    public Confidence Confidence { get; init; } = Confidence.Confirmed;

    /// <summary>Who may see it.</summary>
    [Help("Who may see it.")]
    public Sensitivity Sensitivity { get; init; } = Sensitivity.Public;

    /// <summary>What the fields do not say.</summary>
    [Help("What the fields do not say.")]
    public PersonalText? Note { get; init; }

    /// <summary>The date by which the fact moves a status: the effective date where it has one, else the occurred date (conditionality.md, 'Dates and order').</summary>
    public EdtfDate MovesAt() => Effective ?? Occurred;

    /// <summary>
    /// The event in one sentence: a template whose <c>{field}</c>s are the event's fields by their JSON names, <c>{subject}</c> the subject's title,
    /// and whose <c>[bracketed]</c> parts fall away when a field in them is empty. Rendered late, never stored.
    /// </summary>
    public abstract string SentenceTemplate();

    /// <summary>What the event does to a status; none for most types.</summary>
    public virtual IEnumerable<Effect> Effects() => [];

    /// <summary>What this type refuses and warns about, beyond what holds for every event.</summary>
    /// <param name="record">What is known of the subjects concerned, and of the day.</param>
    public virtual IEnumerable<ValidationIssue> Check(IRecordLookup record) => [];

    /// <summary>True when the event may lie in the future: it says what is expected.</summary>
    public virtual bool IsExpectation() => false;

    /// <summary>What a subject is called that this event opens; null for an event that opens none.</summary>
    public virtual PersonalText? SubjectTitle() => null;
}
