using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Web.Recording;

/// <summary>An event that passed its checks and is about to be stored.</summary>
/// <param name="Recorded">The event as it will be on record, but for its sequence and instant, which the database gives.</param>
/// <param name="Index">Its place in this batch; its position is another one where it was recorded first in another tracker.</param>
internal sealed record Draft(RecordedEvent Recorded, int Index)
{
    public Guid Id => Recorded.Id;

    public string Subject => Recorded.Event.Subject;

    public EventType Type { get; } = EventCatalogue.Of(Recorded.Event);

    /// <summary>Its stored form.</summary>
    public byte[] Body { get; } = EventJson.Write(Recorded.Event);
}
