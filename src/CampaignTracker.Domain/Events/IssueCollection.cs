using System.Collections;

namespace CampaignTracker.Domain.Events;

/// <summary>What is wrong, bounded: of any number of refusals the first hundred are kept, and the others counted; every warning
/// is.</summary>
public sealed class IssueCollection : IReadOnlyCollection<ValidationIssue>
{
    private readonly List<ValidationIssue> told = [];
    private readonly IssueLimit limit = new();

    /// <summary>How many are kept.</summary>
    public int Count => told.Count;

    /// <summary>True where nothing is gained by looking for more.</summary>
    public bool IsFull => limit.IsReached;

    /// <summary>Adds an issue.</summary>
    public void Add(ValidationIssue issue)
    {
        if (limit.Tells(issue)) told.Add(issue);
    }

    /// <summary>Adds issues, and asks for no more when it is full.</summary>
    public void AddRange(IEnumerable<ValidationIssue> issues)
    {
        foreach (var issue in issues)
        {
            Add(issue);
            if (IsFull) return;
        }
    }

    /// <summary>Those that are kept, and at the end how many more there are.</summary>
    public IReadOnlyList<ValidationIssue> ToList() => limit.More is { } more ? [.. told, more] : told;

    public IEnumerator<ValidationIssue> GetEnumerator() => told.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
