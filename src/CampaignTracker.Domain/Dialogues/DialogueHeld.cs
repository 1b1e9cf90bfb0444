using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Dialogues;

/// <summary>A meeting takes place.</summary>
[On(SubjectKind.Dialogue)]
public sealed record DialogueHeld(
    [Help("Which one it is by the source's own count.")] int? OrdinalClaimed = null,
    [Help("Where.")] string? Place = null,
    [Help("At what level.")] string? Level = null,
    [Help("Whether civil society took part.")] bool? CivilSocietyPresent = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject} was held[ in {place}][, counted as number {ordinalClaimed}][, at the level of {level}]";

    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (OrdinalClaimed is < 1)
            yield return ValidationIssue.Refuse("ordinalClaimed", "out_of_range", "is no count: give a number from 1");
        var before = record.Subject(Subject)?.Events.OfType<DialogueHeld>()
            .LastOrDefault(held => held.OrdinalClaimed is not null && held.Occurred.Latest < Occurred.Earliest);
        if (OrdinalClaimed is { } ordinal && before is not null && ordinal != before.OrdinalClaimed + 1)
            yield return ValidationIssue.Warn("ordinalClaimed", "ordinal_gap", $"does not follow number {before.OrdinalClaimed} of {before.Occurred}: is a meeting missing?");
    }
}
