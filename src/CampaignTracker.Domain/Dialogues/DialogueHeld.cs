using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Dialogues;

/// <summary>A meeting takes place.</summary>
[On(SubjectKind.Dialogue)]
public sealed record DialogueHeld(
    int? OrdinalClaimed = null,
    string? Place = null,
    string? Level = null,
    bool? CivilSocietyPresent = null) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (OrdinalClaimed is < 1)
            yield return ValidationIssue.Refuse("ordinalClaimed", "out_of_range:count");
        var before = record.Subject(Subject)?.Events.OfType<DialogueHeld>()
            .LastOrDefault(held => held.OrdinalClaimed is not null && held.Occurred.Latest < Occurred.Earliest);
        if (OrdinalClaimed is { } ordinal && before is not null && ordinal != before.OrdinalClaimed + 1)
            yield return ValidationIssue.Warn("ordinalClaimed", "ordinal_gap", ("before", before.OrdinalClaimed), ("on", before.Occurred));
    }
}
