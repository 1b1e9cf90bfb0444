using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Campaigns;

/// <summary>
/// The campaign is judged by another rule set. It is an act of knowledge: the last by sequence holds, whatever its date.
/// </summary>
[On(SubjectKind.Campaign)]
public sealed record RuleSetChosen(int RuleSet, PersonalText Reason) : CampaignEvent
{
    // What a campaign may name; whether the program has it yet is another question.
    private static readonly int[] Versions = [1, 2];

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record) => Check("ruleSet", RuleSet);

    internal static IEnumerable<ValidationIssue> Check(string field, int? ruleSet)
    {
        if (ruleSet is { } version && !Versions.Contains(version))
            yield return ValidationIssue.Refuse(field, "unknown_rule_set", ("known", Versions));
    }
}
