using CampaignTracker.Domain.Amendments;

namespace CampaignTracker.Domain.Record;

/// <summary>
/// Which subject each name stands for, after the subjects that were recorded twice are read as one. Merges are taken in the order in which
/// they were recorded. One that would merge a subject a second time, or close a ring, is not taken: what stood before it stands.
/// </summary>
public sealed class Merges
{
    private readonly Dictionary<string, Fact> bySubject = new(StringComparer.Ordinal);
    private readonly List<Fact> notTaken = [];

    /// <param name="facts">Facts in the order of the log; those that are no merges, or are retracted, are passed over.</param>
    public Merges(IEnumerable<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact.Retracted || fact.Recorded.Event is not SubjectMerged) continue;
            if (InTheWayOf(fact) is null) bySubject.Add(SubjectOf(fact), fact);
            else notTaken.Add(fact);
        }
    }

    /// <summary>True where no subject is read as another.</summary>
    public bool AreNone => bySubject.Count == 0;

    /// <summary>The merges that would merge a subject a second time, or close a ring.</summary>
    public IReadOnlyList<Fact> NotTaken => notTaken;

    /// <summary>The short name of the subject that a name stands for: chains are followed to their end.</summary>
    public string Canonical(string name)
    {
        while (bySubject.TryGetValue(name, out var merge)) name = IntoOf(merge);
        return name;
    }

    /// <summary>The merge that stands in the way of another: the subject's own, or the last link of the ring that the other would
    /// close; null where the other can be taken.</summary>
    public Fact? InTheWayOf(Fact merge)
    {
        var subject = SubjectOf(merge);
        if (bySubject.TryGetValue(subject, out var own)) return own;
        Fact? link = null;
        for (var name = IntoOf(merge); name != subject; name = IntoOf(link))
        {
            if (!bySubject.TryGetValue(name, out link)) return null;
        }
        return link ?? merge;
    }

    /// <summary>True where the same names stand for the same subjects.</summary>
    public bool AreSame(Merges other) => ReferenceEquals(this, other)
        || bySubject.Count == other.bySubject.Count
        && bySubject.All(pair => other.bySubject.TryGetValue(pair.Key, out var merge) && IntoOf(merge) == IntoOf(pair.Value));

    /// <summary>The subject that a merge was recorded on.</summary>
    public static string SubjectOf(Fact merge) => merge.Recorded.Event.Subject;

    /// <summary>The subject that a merge leads to.</summary>
    public static string IntoOf(Fact merge) => ((SubjectMerged)merge.Event).Into;
}
