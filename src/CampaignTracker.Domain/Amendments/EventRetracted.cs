using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Amendments;

/// <summary>
/// Withdraws an earlier event of the same subject: it counts for nothing from the moment this is known. A retraction can itself be
/// retracted.
/// </summary>
[On]
public sealed record EventRetracted(
    [EventId(onSameSubject: true)] Guid Retracts,
    PersonalText Reason) : CampaignEvent
{
    public override IEnumerable<ValidationIssue> Check(IRecordLookup record)
    {
        if (record.Event(Retracts) is not { } target) yield break;
        if (target.Retracted)
            yield return ValidationIssue.Warn("retracts", "already_retracted");
        else if (record.Subject(target.RecordedOn) is { } subject && subject.Opening == target.Event)
        {
            var naming = record.Naming(subject.Name).Select(other => other.Name).Order(StringComparer.Ordinal).ToList();
            var own = subject.Events.Count(e => e != target.Event && e is not (EventCorrected or EventRetracted));
            if (naming.Count + own > 0)
            {
                yield return ValidationIssue.Warn("retracts", "hangs_on_it", ("subject", subject.Name), ("naming", naming.Take(MostNamed)),
                    ("more", naming.Count > MostNamed ? naming.Count - MostNamed : null), ("own", own > 0 ? own : null));
            }
        }
    }

    private const int MostNamed = 10;
}
