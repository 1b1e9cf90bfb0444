using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>What was to happen by a date, and whether it did: the overdue first, then by date.</summary>
public sealed record Expectations(IReadOnlyList<ExpectedMatter> Matters) : RevisedView
{
    public static Expectations Of(CampaignState state) => new(
    [
        .. new[] { SubjectKind.Dialogue, SubjectKind.Demand, SubjectKind.Case, SubjectKind.Agreement }.SelectMany(state.Histories)
            .SelectMany(history => ExpectedMatter.Of(state, history))
            .OrderBy(matter => matter.State).ThenBy(matter => matter.Due).ThenBy(matter => matter.Subject, StringComparer.Ordinal)
            .ThenBy(matter => matter.Event),
    ])
    {
        Revisions = Revision.Of(state, SubjectKind.Dialogue, SubjectKind.Demand, SubjectKind.Case, SubjectKind.Agreement),
    };
}

/// <summary>Something that was to happen.</summary>
/// <param name="What">What it is.</param>
/// <param name="Due">By when.</param>
/// <param name="State">What became of it by V.</param>
/// <param name="Times">How many were missed, where a rhythm sets the dates; else 1.</param>
/// <param name="Event">The event that says so.</param>
/// <param name="Said">That event in one sentence.</param>
/// <param name="SettledBy">What met it, or put it off again; null where nothing did.</param>
public sealed record ExpectedMatter(
    ExpectedKind What,
    string Subject,
    string SubjectTitle,
    EdtfDate Due,
    DueState State,
    int Times,
    Guid Event,
    string Said,
    ShownEvent? SettledBy)
{
    internal static IEnumerable<ExpectedMatter> Of(CampaignState state, SubjectHistory history) =>
        Expected.Of(state, history).Select(expected => new ExpectedMatter(
            expected.What, history.Name, history.Title, expected.Due, expected.State(state.Viewpoint), expected.Times, expected.By.Id,
            state.Sentence(expected.By.Event), (expected.Met ?? expected.Dropped) is { } fact ? ShownEvent.Of(state, fact) : null));
}
