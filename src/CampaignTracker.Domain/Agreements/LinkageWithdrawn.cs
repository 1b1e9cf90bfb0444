using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Agreements;

/// <summary>A declared linkage is taken back.</summary>
[On(SubjectKind.Agreement)]
public sealed record LinkageWithdrawn(
    [Help("The LinkageDeclared event that is taken back."), EventId(onSameSubject: true)] Guid Linkage,
    [Help("Who takes it back."), DirectoryName] string By,
    [Help("In which words.")] PersonalText? Wording = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} withdrew the linkage of {subject} to reform[: “{wording}”]";

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Event(Linkage) is { Event: not LinkageDeclared })
            yield return ValidationIssue.Refuse("linkage", "no_linkage", "is not a LinkageDeclared event: name the event that declared it");
    }
}
