using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Restrictions;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>The bans and other restrictions that are followed, by title.</summary>
public sealed record RestrictionList(IReadOnlyList<RestrictionItem> Restrictions) : RevisedView
{
    public static RestrictionList Of(CampaignState state) => new(
    [
        .. state.Histories(SubjectKind.Restriction).Select(history => RestrictionItem.Of(state, history))
            .OrderBy(item => item.Title, StringComparer.Ordinal).ThenBy(item => item.Name, StringComparer.Ordinal),
    ])
    {
        Revisions = Revision.Of(state, SubjectKind.Restriction),
    };
}

/// <summary>One restriction.</summary>
/// <param name="Hits">Whom it hits.</param>
/// <param name="Possible">How far it reaches at V; several while sources disagree or a date is partial; none where nothing is
/// recorded.</param>
/// <param name="Since">Since when; null where nothing says so, or what is possible differs on it.</param>
/// <param name="Coming">What has been decided and takes effect after V.</param>
/// <param name="States">The history of how far it reached.</param>
/// <param name="Upheld">Decisions that upheld it.</param>
/// <param name="Steps">Steps taken on it, either way.</param>
public sealed record RestrictionItem(
    string Name,
    string Title,
    IReadOnlyList<string> Aliases,
    RestrictionKind Kind,
    string? Hits,
    IReadOnlyList<RestrictionState> Possible,
    EdtfDate? Since,
    IReadOnlyList<ComingEvent> Coming,
    IReadOnlyList<StatusSpan<RestrictionState>> States,
    IReadOnlyList<ShownEvent> Upheld,
    IReadOnlyList<ShownEvent> Steps,
    ShownEvent? LastEvent)
{
    internal static RestrictionItem Of(CampaignState state, SubjectHistory history)
    {
        var opened = (RestrictionOpened)history.Opening!.Event;
        var spans = StatusSpans.Of(state, history, effect => (effect as SetsRestriction)?.State);
        var possible = StatusFold.RestrictionOf(state, history).Possible.OfType<RestrictionState>().ToList();
        return new(
            history.Name, history.Title, [.. history.Aliases], opened.Kind, opened.Hits?.Value,
            possible, spans.Since(possible), ComingEvent.Of(state, history), spans,
            [.. history.Facts.Where(fact => fact.Event is BanUpheld).Select(fact => ShownEvent.Of(state, fact))],
            [.. history.Facts.Where(fact => fact.Event is Demands.StepTaken).Select(fact => ShownEvent.Of(state, fact))],
            ShownEvent.Last(state, history));
    }
}
