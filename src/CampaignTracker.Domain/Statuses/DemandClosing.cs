using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Statuses;

/// <summary>How a demand was closed.</summary>
/// <param name="SupersededBy">The demand that took its place.</param>
public sealed record DemandClosing(DemandEnd How, EdtfDate On, NamedSubject? SupersededBy, string Sentence, Guid Event)
{
    /// <summary>The first closing by date: what is closed cannot be closed again.</summary>
    internal static DemandClosing? Of(CampaignState state, SubjectHistory history)
    {
        if (history.Closings.FirstOrDefault(state.MayMove) is not { } fact) return null;
        var (how, by) = fact.Event switch
        {
            DemandWithdrawn => (DemandEnd.Withdrawn, null),
            DemandSuperseded superseded => (DemandEnd.Superseded, superseded.SupersededBy),
            DemandLapsed => (DemandEnd.Lapsed, (string?)null),
            var other => throw new InvalidOperationException($"{other.GetType().Name} closes a demand in no known way."),
        };
        return new(how, fact.Event.MovesAt(), by is null ? null : NamedSubject.Of(state, by), state.Sentence(fact.Event), fact.Id);
    }
}

/// <summary>How a demand can end.</summary>
public enum DemandEnd
{
    Withdrawn,
    Superseded,
    Lapsed,
}
