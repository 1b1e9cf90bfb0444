using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Web.Recording;

/// <summary>A subject as it is on record, never changed: the events of its stream, and what they come to.</summary>
internal sealed class KnownSubject
{
    private readonly string name;
    private readonly RecordedEvent[] events;

    // Made when first asked for; made twice by two who ask at once, it is the same.
    private Knowledge? knowledge;
    private SubjectHistory? history;

    /// <param name="name">Its short name.</param>
    /// <param name="events">All events of its stream, by version.</param>
    /// <param name="bytes">The length of their stored forms.</param>
    public KnownSubject(string name, RecordedEvent[] events, long bytes = 0) => (this.name, this.events, Bytes) = (name, events, bytes);

    public IReadOnlyList<RecordedEvent> Events => events;

    public long Bytes { get; }

    /// <summary>The version of its stream; 0 when it was never opened.</summary>
    public long Version => events.Length == 0 ? 0 : events[^1].Version;

    /// <summary>All that is known from its events: a check holds what is new against everything on record, whoever records.</summary>
    public Knowledge Knowledge => knowledge ??= Knowledge.At(events, upTo: null, Sensitivity.Restricted);

    /// <summary>Its story; null when it was never opened.</summary>
    public SubjectHistory? History => history ??= Knowledge.History(name);

    /// <summary>The subject with more events.</summary>
    /// <param name="more">The events, after those it has.</param>
    /// <param name="bytes">The length of their stored forms.</param>
    public KnownSubject With(RecordedEvent[] more, long bytes = 0)
    {
        var next = new KnownSubject(name, [.. events, .. more], Bytes + bytes);
        if (more is [var one] && !Amends(one) && History is { } before && before.Name == name) next.history = before.With(AsRecorded(one));
        return next;
    }

    /// <summary>The fact of one of its events; null when the event is none of its.</summary>
    public Fact? Fact(Guid id)
    {
        if (Array.Exists(events, Amends)) return Knowledge.Fact(id);
        return Array.Find(events, e => e.Id == id) is { } e ? AsRecorded(e) : null;
    }

    private static Fact AsRecorded(RecordedEvent e) => new(e, e.Event, [], Retracted: false);

    /// <summary>True for an event that changes how others read.</summary>
    private static bool Amends(RecordedEvent e) => e.Event is EventCorrected or EventRetracted or SubjectMerged;
}
