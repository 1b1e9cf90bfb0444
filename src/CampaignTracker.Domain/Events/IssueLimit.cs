using System.Globalization;

namespace CampaignTracker.Domain.Events;

/// <summary>
/// How much is said of what is wrong: the first hundred refusals one by one, then how many more. Who looks stops looking where nobody
/// would count on.
/// </summary>
public sealed class IssueLimit
{
    /// <summary>The most refusals that are told one by one.</summary>
    public const int MaxTold = 100;

    /// <summary>The most that are counted.</summary>
    public const int MaxCounted = 10_000;

    private int counted;
    private int told;

    /// <summary>True where it is enough to know that there are more.</summary>
    public bool IsReached => counted >= MaxCounted;

    /// <summary>How many more there are than were told; null where all were.</summary>
    public ValidationIssue? More => counted == told ? null
        : ValidationIssue.Refuse("", IsReached ? "more:at_least" : "more", ("count", counted - told));

    /// <summary>Counts an issue; true where it is to be told. What another limit left untold is counted as so many.</summary>
    public bool Tells(ValidationIssue issue)
    {
        if (issue.Severity == Severity.Warning) return true;
        if (issue.Code == "more")
        {
            counted += int.Parse(issue.Arguments[0].Value, CultureInfo.InvariantCulture);
            return false;
        }
        counted++;
        if (told == MaxTold) return false;
        told++;
        return true;
    }
}
