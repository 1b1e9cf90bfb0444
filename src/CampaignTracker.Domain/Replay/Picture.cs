using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Corrections;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Replay;

/// <summary>A campaign as it is seen from a viewpoint: what every view and every verdict is a pure function of.</summary>
public sealed class Picture
{
    private readonly Dictionary<string, SubjectStory> stories;

    private Picture(Viewpoint viewpoint, Knowledge knowledge)
    {
        Viewpoint = viewpoint;
        Knowledge = knowledge;
        stories = knowledge.Stories
            .Select(story => viewpoint.AsOf is null ? story : story.UpTo(viewpoint))
            .ToDictionary(story => story.Name, StringComparer.Ordinal);
        Campaign = stories.Values.FirstOrDefault(story => story.Kind == SubjectKind.Campaign);
    }

    /// <summary>Draws the picture.</summary>
    /// <param name="events">The events of one campaign, in any order.</param>
    /// <param name="viewpoint">From where one looks.</param>
    public static Picture Of(IEnumerable<RecordedEvent> events, Viewpoint viewpoint) =>
        new(viewpoint, Knowledge.At(events, viewpoint.Knowledge, viewpoint.Clearance));

    public Viewpoint Viewpoint { get; }

    /// <summary>All that is known at K, also of what happened after V.</summary>
    public Knowledge Knowledge { get; }

    /// <summary>The campaign's own story; null when it cannot be seen.</summary>
    public SubjectStory? Campaign { get; }

    /// <summary>The campaign as it was opened.</summary>
    public CampaignOpened? Opened => Campaign?.Opening?.Event as CampaignOpened;

    /// <summary>The subjects of a kind that were opened by V, by short name.</summary>
    public IEnumerable<SubjectStory> Stories(SubjectKind kind) =>
        stories.Values.Where(story => story.Kind == kind).OrderBy(story => story.Name, StringComparer.Ordinal);

    /// <summary>The story of a subject up to V, merges followed; null when nothing of it can be seen.</summary>
    public SubjectStory? Story(string name) => stories.GetValueOrDefault(Knowledge.Canonical(name));

    /// <summary>What a subject is called; its short name where it cannot be seen.</summary>
    public string TitleOf(string name) => Story(name)?.Title ?? name;

    /// <summary>An event in one sentence.</summary>
    public string Sentence(CampaignEvent e) => Sentences.Of(e, TitleOf);
}
