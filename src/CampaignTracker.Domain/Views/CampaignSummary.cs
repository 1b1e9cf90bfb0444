using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Views;

/// <summary>A campaign at a glance.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="PromisingSide">The side that promised to make progress depend on reform, by its code.</param>
/// <param name="ReformingSide">The side that is to reform, by its code.</param>
/// <param name="Closed">When it was closed; null while it goes on.</param>
/// <param name="Events">How many events are shown on its timeline, retracted ones and repetitions left out.</param>
/// <param name="Corrected">How many of them were corrected.</param>
/// <param name="Retracted">How many events besides were retracted.</param>
/// <param name="ContestedOpen">How many disagreements are open.</param>
/// <param name="Subjects">How many subjects of each kind it has.</param>
/// <param name="First">The date of the first fact.</param>
/// <param name="Last">The date of the last fact, expectations left out.</param>
/// <param name="LastSequence">The latest recording that is counted.</param>
public sealed record CampaignSummary(
    string Name,
    string Title,
    string PromisingSide,
    string PromisingSideName,
    string ReformingSide,
    string ReformingSideName,
    string Question,
    EdtfDate? Closed,
    int Events,
    int Corrected,
    int Retracted,
    int ContestedOpen,
    IReadOnlyList<SubjectCount> Subjects,
    EdtfDate? First,
    EdtfDate? Last,
    long LastSequence,
    DateTimeOffset LastRecordedAt) : RevisedView
{
    /// <summary>The summary; null when the campaign's opening cannot be seen.</summary>
    public static CampaignSummary? Of(CampaignState state)
    {
        if (state is not { Campaign: { } campaign, Opened: { } opened }) return null;
        var shown = state.Knowledge.Facts.Where(fact => Timeline.Shows(state, fact)).ToList();
        var counted = shown.Where(fact => !fact.Retracted && state.Knowledge.History(fact.Event.Subject)!.CountedFor(fact.Id) == fact.Id)
            .ToList();
        var dates = counted.Where(fact => !fact.IsKnowledge && !fact.Event.IsExpectation()).Select(fact => fact.Event.Occurred).ToList();
        var last = state.Knowledge.Facts[^1].Recorded;
        return new(
            campaign.Name, campaign.Title, opened.PromisingSide, Side.Name(opened.PromisingSide), opened.ReformingSide,
            Side.Name(opened.ReformingSide),
            opened.Question,
            campaign.Facts.LastOrDefault(fact => fact.Event is CampaignClosed or CampaignReopened
                && state.MayMove(fact))?.Event is CampaignClosed closed
            ? closed.Occurred
            : null,
            counted.Count, counted.Count(fact => fact.Corrected), shown.Count(fact => fact.Retracted),
            ContestedQueue.Open(state),
            [
                .. Enum.GetValues<SubjectKind>().Where(kind => kind != SubjectKind.Campaign)
                    .Select(kind => new SubjectCount(kind, state.Histories(kind).Count())),
            ],
            dates.Min(), dates.MaxBy(date => (date.Latest, date.Earliest)),
            last.Sequence, last.RecordedAt)
        {
            Revisions = Revision.Of(state, Enum.GetValues<SubjectKind>()),
        };
    }
}

/// <summary>How many subjects of a kind there are.</summary>
public sealed record SubjectCount(SubjectKind Kind, int Count);
