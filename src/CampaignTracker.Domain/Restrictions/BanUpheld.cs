using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Restrictions;

/// <summary>A ban is upheld on appeal.</summary>
[On(SubjectKind.Restriction)]
public sealed record BanUpheld(
    [Help("The court or body."), DirectoryName] string? By = null,
    [Help("What was decided.")] PersonalText? Text = null) : CampaignEvent
{
    public override string SentenceTemplate() => "{subject}: the ban was upheld[ by {by}][ ({text})]";
}
