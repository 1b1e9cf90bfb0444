using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Viewpoints;

namespace CampaignTracker.Web.Forms;

/// <summary>A form while somebody fills it in.</summary>
/// <param name="type">The event type.</param>
/// <param name="campaign">The campaign; empty while it is what is opened.</param>
/// <param name="page">The campaign now; null while it is what is opened.</param>
public sealed class RecordForm(EventType type, string campaign, PageContext? page)
{
    private const int MaxSources = 6;
    private const int MaxNames = 60;
    private const int MaxListed = 40;

    public EventType Type => type;

    public string Campaign => campaign;

    /// <summary>What addresses begin with.</summary>
    public string Base => page?.Base ?? "";

    public PageContext? PageContext => page;

    public CampaignState? State => page?.State;

    public FormLayout Layout { get; set; } = FormLayout.Of(type);

    public FormValues Values { get; set; } = FormValues.Empty;

    /// <summary>Makes a form that is sent twice record once.</summary>
    public string Key { get; set; } = Guid.CreateVersion7().ToString();

    /// <summary>What is wrong, by path.</summary>
    public Dictionary<string, string> Problems { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Why the form as a whole was not taken, with the status of the answer; null where it was.</summary>
    public (int Status, string Text)? Untaken { get; set; }

    /// <summary>What may be meant, by path.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Offer>> Offers { get; set; } = new Dictionary<string, IReadOnlyList<Offer>>();

    /// <summary>What would be recorded; null until the form has been checked and nothing stands in the way.</summary>
    public Review? Review { get; set; }

    /// <summary>Where to go on typing; null for the beginning.</summary>
    public string? Focus { get; set; }

    /// <summary>The day of whoever records, offered beside other dates; null where none is offered.</summary>
    public EdtfDate? Today { get; set; }

    /// <summary>The event on record to which the sources were added instead; null where the form was recorded.</summary>
    public Guid? AddedTo { get; set; }

    /// <summary>True when this form recorded something else before.</summary>
    public bool WasRecorded { get; set; }

    /// <summary>The sources that were used last, to be used again.</summary>
    public IReadOnlyList<Source> LastSources => State is null ? [] : [.. State.Knowledge.Facts.Reverse()
        .SelectMany(fact => fact.Event.Sources).Where(source => !string.IsNullOrWhiteSpace(source.Citation))
        .DistinctBy(source => (source.Citation, source.Url)).Take(MaxSources)];

    /// <summary>
    /// Names of bodies, courts and series that were used before, the most used first; each in the spelling that was used most.
    /// </summary>
    public IReadOnlyList<string> KnownNames => State is null ? [] : [.. State.Knowledge.Facts
        .SelectMany(fact => EventCatalogue.Of(fact.Event).Fields.Where(one => one.IsDirectoryName).SelectMany(one => one.Values(fact.Event))
        .OfType<string>())
        .GroupBy(BodyName.Fold, StringComparer.Ordinal).OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal).Take(MaxNames)
        .Select(group => group.GroupBy(name => name, StringComparer.Ordinal).MaxBy(spelling => spelling.Count())!.Key)];

    /// <summary>The subjects that a field can name, as they are typed, the latest touched first.</summary>
    public IEnumerable<string> Listed(FormField field) =>
        new SubjectFinder(State?.Knowledge).Find("", field.Kinds, MaxListed).Select(offer => offer.Text);

    /// <summary>
    /// The only values that a text can have, where the record decides: the claims of a disagreement; null where any will do.
    /// </summary>
    public IReadOnlyList<string>? ValuesOf(FormField field) =>
        field is { Owner: "claims_reconciled", Name: "chosen" } && State is not null
        && new EventFinder(State).Resolve(Values["contested"], null) is { } id
        && State.Knowledge.Fact(id)?.Event is StatusContested contested
            ? [.. contested.Claims.Select(claim => claim.Value)] : null;

    /// <summary>A fingerprint of what stands in the form.</summary>
    public byte[] Hash => Values.Hash($"{campaign} {type.Name}");
}

/// <summary>What would be recorded.</summary>
/// <param name="Events">The events in order: openings first.</param>
/// <param name="Duplicates">What may be the same.</param>
/// <param name="Warnings">What is surprising, by path.</param>
/// <param name="Changes">Every status that would change.</param>
public sealed record Review(
    IReadOnlyList<ReviewedEvent> Events, IReadOnlyList<Fact> Duplicates, IReadOnlyList<(string Path, string Message)> Warnings,
    IReadOnlyList<Change> Changes);

/// <summary>An event that would be recorded.</summary>
/// <param name="Sentence">What it says.</param>
/// <param name="Opens">The short name that its subject will have; null where it opens none.</param>
/// <param name="Amended">What the event that it amends will say; null where it amends none.</param>
/// <param name="Altered">The fields of that event that will read otherwise.</param>
public sealed record ReviewedEvent(
    CampaignEvent Event, string Sentence, string? Opens, string? Amended, IReadOnlyList<FirstRecordedField> Altered);
