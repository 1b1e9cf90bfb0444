using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;

namespace CampaignTracker.Domain.Corrections;

/// <summary>One subject as it is known: who it is, and its facts in the order of their dates.</summary>
public sealed class SubjectStory
{
    // Asked for by every sentence that names the subject.
    private string? title;

    /// <param name="name">Its short name.</param>
    /// <param name="facts">Its facts as known, retracted ones left out, in any order.</param>
    public SubjectStory(string name, IEnumerable<Fact> facts) : this(name, [.. facts.Where(fact => !fact.Retracted).Order()]) { }

    private SubjectStory(string name, Fact[] ordered)
    {
        Name = name;
        Facts = ordered;
        Opening = ordered.FirstOrDefault(fact => EventCatalogue.Of(fact.Event).Opens is not null);
        Kind = Opening is null ? null : EventCatalogue.Of(Opening.Event).Opens;
    }

    public string Name { get; }

    /// <summary>What it is; null when it was never opened, or its opening was retracted.</summary>
    public SubjectKind? Kind { get; }

    /// <summary>The event that opened it; null when it was never opened, or its opening was retracted.</summary>
    public Fact? Opening { get; }

    /// <summary>Its facts in the order (earliest, latest, position, id).</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>What it is called: the latest name it was given, else its short name.</summary>
    public string Title => title ??= Facts.Select(fact => fact.Event.SubjectTitle()).LastOrDefault(title => title is not null)?.Value ?? Name;

    /// <summary>Every other name it is found by, earlier names and those of a subject merged into it among them.</summary>
    public IEnumerable<string> Aliases => Facts.SelectMany(fact => fact.Event switch
    {
        AliasAdded added => [added.Alias.Value],
        Cases.CaseOpened opened => [opened.Name.Value, .. opened.Aliases?.Select(alias => alias.Value) ?? []],
        var other => other.SubjectTitle() is { } title ? [title.Value] : Enumerable.Empty<string>(),
    }).Where(name => name != Title).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The story as far as it may have happened by V. What the recorders know (names, merges, corrections, reconciliations) is no fact of the
    /// world and is not cut.
    /// </summary>
    public SubjectStory UpTo(Viewpoint viewpoint) => UpTo(fact => viewpoint.AsOf);

    /// <summary>The story with each fact as far as it may have happened by a date of its own; null is open.</summary>
    internal SubjectStory UpTo(Func<Fact, FuzzyDate?> asOf)
    {
        var reached = Facts.Where(fact => fact.IsKnowledge || new Viewpoint(asOf(fact)).Reaches(fact.Event.Occurred)).ToList();
        return reached.Count == Facts.Count ? this : new SubjectStory(Name, reached);
    }

    /// <summary>The story with one more fact, which amends and merges nothing, in its place.</summary>
    public SubjectStory With(Fact fact)
    {
        var ordered = new Fact[Facts.Count + 1];
        var place = Facts.Count;
        while (place > 0 && Facts[place - 1].CompareTo(fact) > 0) ordered[place] = Facts[--place];
        ordered[place] = fact;
        while (--place >= 0) ordered[place] = Facts[place];
        return new SubjectStory(Name, ordered);
    }

    /// <summary>Its events of one type, in order.</summary>
    public IEnumerable<T> Of<T>() where T : CampaignEvent => Facts.Select(fact => fact.Event).OfType<T>();

    /// <summary>True when a fact dated before an event (or undated against it) leaves the person held.</summary>
    public bool HeldBefore(CampaignEvent e)
    {
        Custody? custody = null;
        foreach (var fact in Facts.Where(fact => fact.Event.MovesAt().Earliest <= e.MovesAt().Latest))
        {
            foreach (var effect in fact.Event.Effects().OfType<SetsCustody>()) custody = effect.Custody;
        }
        return custody == Custody.Held;
    }
}
