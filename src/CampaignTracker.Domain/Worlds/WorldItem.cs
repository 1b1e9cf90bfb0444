using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Worlds;

/// <summary>What an item is to the order of its day (conditionality-2.md, 'Worlds').</summary>
internal enum ItemKind
{
    /// <summary>A gate comes before every other item of its day.</summary>
    Gate,
    /// <summary>A demand stands at the start of its day.</summary>
    Demand,
    Other,
}

/// <summary>Something dated: a world gives it one day within its date, and an order among the items of that day.</summary>
internal sealed class WorldItem
{
    /// <param name="kind">What it is to the order of its day.</param>
    /// <param name="recordings">Its recordings; the first of them stands for it.</param>
    /// <param name="date">The date by which it counts.</param>
    /// <param name="asOf">V: no item has a day after it; null is open.</param>
    public WorldItem(ItemKind kind, IReadOnlyList<Fact> recordings, EdtfDate date, EdtfDate? asOf)
    {
        (Kind, Recordings, First) = (kind, recordings, date.Earliest);
        // A contested matter begins on the first day of its date.
        Last = IsContested ? First : asOf is { } v && v.Latest < date.Latest ? v.Latest : date.Latest;
        IsDated = First == Last;
        Follows = recordings.SelectMany(fact => fact.Event.Follows ?? []).ToHashSet();
        var times = recordings.Select(fact => fact.Event.At).OfType<TimeOfDay>().Distinct().ToList();
        At = times.Count == 1 ? times[0] : null;
        var first = recordings.MinBy(fact => fact.Recorded.Sequence)!;
        // An event whose date now differs from the one first recorded has left the order of the lines.
        EdtfDate CountsOn(CampaignEvent e) => date == first.Event.Occurred ? e.Occurred : e.MovesAt();
        Line = date.IsDay && CountsOn(first.Event) == CountsOn(first.Recorded.Event)
            ? first.Recorded
            : null;
    }

    private WorldItem(WorldItem other, DateOnly day)
    {
        (Kind, Recordings, First, Last) = (other.Kind, other.Recordings, day, day);
        (Follows, At, Line, IsDated) = (other.Follows, other.At, other.Line, other.IsDated);
    }

    public ItemKind Kind { get; }

    public IReadOnlyList<Fact> Recordings { get; }

    /// <summary>The fact that stands for it.</summary>
    public Fact Fact => Recordings[0];

    /// <summary>The first day that it can have.</summary>
    public DateOnly First { get; private set; }

    /// <summary>The last day that it can have.</summary>
    public DateOnly Last { get; private set; }

    /// <summary>True where it has one day in every world.</summary>
    public bool IsDay => First == Last;

    /// <summary>True where its date leaves it one day, whatever it follows; false for a partly dated item.</summary>
    public bool IsDated { get; }

    /// <summary>The events that it came after.</summary>
    public IReadOnlySet<Guid> Follows { get; }

    /// <summary>The time of its day; null where none is known, or two recordings differ.</summary>
    public TimeOfDay? At { get; }

    /// <summary>Its recording whose line orders it within the day; null where none does.</summary>
    public RecordedEvent? Line { get; }

    /// <summary>True for a contested matter: it begins on the first day of its date, whatever it follows.</summary>
    public bool IsContested => Fact.Event is StatusContested;

    /// <summary>Leaves it only days that some world has.</summary>
    internal void Narrow(DateOnly first, DateOnly last) => (First, Last) = (first, last);

    /// <summary>True where it is recorded by an event.</summary>
    public bool Is(Guid id) => Recordings.Any(fact => fact.Id == id);

    /// <summary>Recordings of one fact as facts of their own where two times of day are given and differ.</summary>
    public static IEnumerable<IReadOnlyList<Fact>> Apart(IReadOnlyList<Fact> recordings)
    {
        if (recordings.Count < 2 || recordings.All(fact => fact.Event.At is null)) return [recordings];
        List<List<Fact>> apart = [];
        foreach (var fact in recordings.OrderBy(fact => fact.Recorded.Sequence))
        {
            bool Agrees(Fact other) => fact.Event.At is null || other.Event.At is null || other.Event.At == fact.Event.At;

            if (apart.Find(others => others.TrueForAll(Agrees)) is { } same) same.Add(fact);
            else apart.Add([fact]);
        }
        return apart.Select(facts => facts.OrderBy(fact => fact.Id).ToList());
    }

    /// <summary>The same on one day alone.</summary>
    public WorldItem On(DateOnly day) => new(this, day);

    /// <summary>True where this comes before another by the times of their day; false where nothing is said.</summary>
    internal bool IsEarlierThan(WorldItem other) => At is { } at && other.At is { } then && at.IsBefore(then);

    /// <summary>True where this comes before another by the lines of one batch or file.</summary>
    internal bool IsLineBefore(WorldItem other) => Line is { } line && other.Line is { } then && line.IsOfOneBatchWith(then)
        && line.Position < then.Position;
}
