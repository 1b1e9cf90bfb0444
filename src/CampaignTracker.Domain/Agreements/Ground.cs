using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A reason given at a gate: exactly one of a demand, an issue area, or words.</summary>
/// <param name="Demand">The short name of a demand.</param>
/// <param name="IssueArea">An issue area, as a linkage words it.</param>
/// <param name="Words">Another reason, in words.</param>
public sealed record Ground([SubjectName(SubjectKind.Demand)] string? Demand = null, string? IssueArea = null, string? Words = null)
{
    internal static IEnumerable<ValidationIssue> Check(IReadOnlyList<Ground>? grounds, IRecordLookup record)
    {
        for (var i = 0; i < (grounds?.Count ?? 0); i++)
        {
            var (demand, area, words) = grounds![i];
            if ((demand is null ? 0 : 1) + (area is null ? 0 : 1) + (words is null ? 0 : 1) != 1)
                yield return ValidationIssue.Refuse($"grounds[{i}]", "one_of");
            else if (demand is not null && record.Subject(demand)?.Kind != SubjectKind.Demand)
                yield return ValidationIssue.Refuse($"grounds[{i}].demand", "unopened_subject:ground");
        }
    }
}
