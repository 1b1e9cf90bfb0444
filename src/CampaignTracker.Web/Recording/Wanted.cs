using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Web.Recording;

/// <summary>What has to be looked up before a batch can be judged.</summary>
internal sealed class Wanted
{
    private readonly string campaign;
    private readonly IReadOnlyList<EventLine> lines;

    /// <summary>Gathers what the events of a batch name.</summary>
    public Wanted(RecordEvents command)
    {
        (campaign, lines) = (command.Campaign, command.Lines);
        foreach (var line in lines)
        {
            if (line.Id is { } id) Given.Add(id);
            Subjects.Add(line.Event.Subject);
            Add(line.Event);
            Identifiers.UnionWith(IdentifiersOf(line.Event).Select(identifier => identifier.Canonical()));
        }
        Subjects.Remove("");
    }

    /// <summary>Subjects whose openings are retracted: what names them is wanted too.</summary>
    public HashSet<string> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Short names of subjects; the campaign is among them only where the batch is about the campaign itself, whose stream may be long, or
    /// where it was closed at some time.
    /// </summary>
    public HashSet<string> Subjects { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of events that are referred to.</summary>
    public HashSet<Guid> Events { get; } = [];

    /// <summary>Ids that the batch brings with it: events that are there already are repeated.</summary>
    public HashSet<Guid> Given { get; } = [];

    /// <summary>Identifiers of texts, as they are compared.</summary>
    public HashSet<Identifier> Identifiers { get; } = [];

    /// <summary>Adds what turns out to be wanted once something is known.</summary>
    /// <returns>True when that is more than was looked up.</returns>
    public bool AddMore(Surroundings known)
    {
        var before = Subjects.Count + Events.Count + Named.Count;
        AddWhatCorrectionsAreAbout(known);
        AddWhatMergesLeadTo(known);
        if (known.WasClosed) Subjects.Add(campaign);
        // What an assessment is worth depends on what the demand is about.
        foreach (var demand in lines.Where(line => line.Event is FulfilmentAssessed).Select(line => line.Event.Subject).Distinct())
        {
            if (known.BySubject.GetValueOrDefault(demand)?.History?.Opening?.Event is DemandIssued { About: { } about })
                Subjects.Add(about);
        }
        foreach (var line in lines)
        {
            if (line.Event is EventRetracted { Retracts: var id } && known.ById.TryGetValue(id, out var target)
                && EventCatalogue.Of(target.Event).Opens is not null) Named.Add(target.Event.Subject);
        }
        Subjects.UnionWith(known.Naming);
        return Subjects.Count + Events.Count + Named.Count > before;
    }

    // A corrected event passes the checks of a new one, so what the event names that a correction is about is wanted too.
    private void AddWhatCorrectionsAreAbout(Surroundings known)
    {
        foreach (var line in lines)
        {
            if (line.Event is not EventCorrected given || !known.BySubject.TryGetValue(given.Subject, out var subject)) continue;
            var events = subject.Events;
            var target = events.FirstOrDefault(e => e.Id == given.Corrects);
            while (target is not null)
            {
                Add(target.Event);
                foreach (var other in events)
                {
                    if (other.Event is EventCorrected earlier && earlier.Corrects == target.Id) Add(earlier);
                }
                target = target.Event is EventCorrected correction
                    ? events.FirstOrDefault(e => e.Id == correction.Corrects && e.Sequence < target.Sequence)
                    : null;
            }
        }
    }

    // Whether subjects can be read as one depends on what each is merged into already, and so on.
    private void AddWhatMergesLeadTo(Surroundings known)
    {
        foreach (var line in lines)
        {
            if (line.Event is not (SubjectMerged or EventCorrected or EventRetracted)) continue;
            foreach (var subject in known.BySubject.Values)
                Subjects.UnionWith(subject.Events.SelectMany(e => e.Event is SubjectMerged or EventCorrected
                    ? EventCatalogue.Of(e.Event).SubjectNames(e.Event) : []));
        }
    }

    /// <summary>The identifiers of texts that an event carries, as they were written.</summary>
    public static IEnumerable<Identifier> IdentifiersOf(CampaignEvent e) =>
        EventCatalogue.Of(e).Referring.SelectMany(field => field.Values(e).OfType<Identifier>());

    private void Add(CampaignEvent e)
    {
        var type = EventCatalogue.Of(e);
        // And on which side its reviewer is, on the sides of the campaign.
        if (e is FulfilmentAssessed) Subjects.Add(campaign);
        Subjects.UnionWith(type.SubjectNames(e));
        Events.UnionWith(type.EventIds(e));
        Events.UnionWith(EventType.Followed(e));
    }
}
