using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Web.Presentation;

namespace CampaignTracker.Web.Imports;

/// <summary>What is wrong with lines of a file, in words; bounded as <see cref="IssueLimit"/> says.</summary>
internal sealed class LineProblems
{
    private readonly IssueLimit limit = new();
    private readonly List<string> told = [];

    /// <summary>True where at least one is known.</summary>
    public bool Any => told.Count > 0;

    /// <summary>True where nothing is gained by looking for more.</summary>
    public bool IsFull => limit.IsReached;

    /// <summary>True where the file as a whole is at fault.</summary>
    public bool IsOfFile { get; private set; }

    /// <summary>Adds what is wrong with a line.</summary>
    /// <param name="number">The line's number, from 1.</param>
    public void Add(int number, ValidationIssue issue)
    {
        if (limit.Tells(issue)) told.Add($"line {number}: {Words(issue)}");
    }

    /// <summary>Adds what is wrong with the file as a whole.</summary>
    public void AddOfFile(ValidationIssue issue)
    {
        IsOfFile = true;
        if (limit.Tells(issue)) told.Add($"The file {Words(issue)}.");
    }

    /// <summary>Each problem that is told, and at the end how many more there are.</summary>
    public IReadOnlyList<string> ToList() => limit.More is { } more ? [.. told, $"{Words(more)}."] : [.. told];

    private static string Words(ValidationIssue issue) => $"{issue.Field} {IssueMessages.Of(issue, Languages.OfTheApi)}".TrimStart();
}
