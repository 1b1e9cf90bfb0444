using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>The bans and other restrictions that are followed, by title.</summary>
public sealed record RestrictionList(IReadOnlyList<RestrictionItem> Restrictions) : RevisedView
{
    public static RestrictionList Of(Picture picture) => new(
    [
        .. picture.Stories(SubjectKind.Restriction).Select(story => RestrictionItem.Of(picture, story))
            .OrderBy(item => item.Title, StringComparer.Ordinal).ThenBy(item => item.Name, StringComparer.Ordinal),
    ])
    {
        Revisions = Revision.Of(picture, SubjectKind.Restriction),
    };
}

/// <summary>One restriction.</summary>
/// <param name="Hits">Whom it hits.</param>
/// <param name="Possible">How far it reaches at V; several while sources disagree or a date is partial; none where nothing is recorded.</param>
/// <param name="Since">Since when; null where nothing says so, or what is possible differs on it.</param>
/// <param name="States">The story of how far it reached.</param>
/// <param name="Upheld">Decisions that upheld it.</param>
/// <param name="Steps">Steps taken on it, either way.</param>
public sealed record RestrictionItem(
    string Name,
    string Title,
    IReadOnlyList<string> Aliases,
    RestrictionKind Kind,
    string? Hits,
    IReadOnlyList<RestrictionState> Possible,
    FuzzyDate? Since,
    IReadOnlyList<StatusSpan<RestrictionState>> States,
    IReadOnlyList<ShownEvent> Upheld,
    IReadOnlyList<ShownEvent> Steps,
    ShownEvent? LastEvent)
{
    internal static RestrictionItem Of(Picture picture, SubjectStory story)
    {
        var opened = (RestrictionOpened)story.Opening!.Event;
        var spans = StatusSpans.Of(story, picture.Viewpoint, effect => (effect as SetsRestriction)?.State, first: RestrictionState.Requested);
        var possible = StatusFold.RestrictionOf(picture, story).Possible.OfType<RestrictionState>().ToList();
        return new(
            story.Name, story.Title, [.. story.Aliases], opened.Kind, opened.Hits?.Value,
            possible, spans.Since(possible), spans,
            [.. story.Facts.Where(fact => fact.Event is BanUpheld).Select(fact => ShownEvent.Of(picture, fact))],
            [.. story.Facts.Where(fact => fact.Event is Demands.StepTaken).Select(fact => ShownEvent.Of(picture, fact))],
            ShownEvent.Last(picture, story));
    }
}
