using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Demands;

/// <summary>An addressee answers, or lets the time for an answer pass.</summary>
[On(SubjectKind.Demand)]
public sealed record DemandAnswered(
    [Help("Who answers."), DirectoryName] string By,
    [Help("The answer.")] Answer Answer,
    [Help("What it says.")] PersonalText? Text = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{by} answered the demand “{subject}”: {answer}[ ({text})]";
}

/// <summary>How an addressee answers a demand.</summary>
public enum Answer
{
    Accepted,
    AcceptedInPart,
    Noted,
    Rejected,
    NoReply,
}
