using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>An addressee answers, or lets the time for an answer pass.</summary>
[On(SubjectKind.Demand)]
public sealed record DemandAnswered(
    [DirectoryName] string By,
    Answer Answer,
    PersonalText? Text = null) : CampaignEvent;

/// <summary>How an addressee answers a demand.</summary>
public enum Answer
{
    Accepted,
    AcceptedInPart,
    Noted,
    Rejected,
    NoReply,
}
