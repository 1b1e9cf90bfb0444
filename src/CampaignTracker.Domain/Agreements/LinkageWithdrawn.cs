using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A declared linkage is taken back.</summary>
[On(SubjectKind.Agreement)]
public sealed record LinkageWithdrawn(
    [EventId(onSameSubject: true)] Guid Linkage,
    [DirectoryName] string By,
    PersonalText? Wording = null) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Event(Linkage)?.Event is not { } declared) yield break;
        if (declared is not LinkageDeclared)
            yield return ValidationIssue.Refuse("linkage", "no_linkage");
        else if (MovesAt().Latest < declared.MovesAt().Earliest)
            yield return ValidationIssue.Warn("occurred", "takes_nothing_back:linkage", ("on", declared.MovesAt()));
    }
}
