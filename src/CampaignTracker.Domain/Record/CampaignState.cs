using System.Collections.Immutable;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Record;

/// <summary>A campaign as it is seen from a viewpoint: what every view and every verdict is a pure function of. Immutable.</summary>
public sealed class CampaignState
{
    private readonly ImmutableDictionary<string, SubjectHistory> histories;

    private CampaignState(Viewpoint viewpoint, Knowledge knowledge, WorldCut cut, ImmutableDictionary<string, SubjectHistory> histories) =>
        (Viewpoint, Knowledge, Cut, this.histories) = (viewpoint, knowledge, cut, histories);

    /// <summary>The state of a campaign.</summary>
    /// <param name="events">The events of one campaign, in any order.</param>
    /// <param name="viewpoint">From where one looks.</param>
    public static CampaignState Of(IEnumerable<RecordedEvent> events, Viewpoint viewpoint) =>
        Of(Knowledge.At(events, viewpoint.Knowledge, viewpoint.Clearance), viewpoint);

    /// <summary>The state of what is known.</summary>
    /// <param name="knowledge">What is known at K with the viewer's clearance.</param>
    /// <param name="viewpoint">From where one looks.</param>
    internal static CampaignState Of(Knowledge knowledge, Viewpoint viewpoint) => Of(knowledge, viewpoint, WorldCut.At(viewpoint.AsOf));

    private static CampaignState Of(Knowledge knowledge, Viewpoint viewpoint, WorldCut cut) =>
        new(viewpoint, knowledge, cut, cut.IsOpen ? knowledge.ByName : knowledge.ByName.SetItems(
            knowledge.ByName.Select(own => KeyValuePair.Create(own.Key, own.Value.UpTo(cut)))));

    /// <summary>Another state, in which only some histories may differ; the others are the same objects as in this one.</summary>
    /// <param name="knowledge">What is known there.</param>
    /// <param name="viewpoint">From where one looks.</param>
    /// <param name="touched">The subjects whose histories may differ.</param>
    /// <param name="cut">How far the world has come there for each of their facts.</param>
    internal CampaignState Revised(Knowledge knowledge, Viewpoint viewpoint, IEnumerable<string> touched, WorldCut cut)
    {
        // After other merges any history may read otherwise.
        if (!knowledge.HasMergesOf(Knowledge)) return Of(knowledge, viewpoint, cut);
        var revised = histories.ToBuilder();
        foreach (var name in touched.Select(knowledge.Canonical).Distinct(StringComparer.Ordinal))
        {
            var before = histories.GetValueOrDefault(name);
            var history = knowledge.ByName.GetValueOrDefault(name)?.UpTo(cut);
            if (history is null) revised.Remove(name);
            else revised[name] = ReferenceEquals(history, before) ? history.Anew() : history;
        }
        return new(viewpoint, knowledge, cut, revised.ToImmutable());
    }

    public Viewpoint Viewpoint { get; }

    /// <summary>All that is known at K, including what happened after V.</summary>
    public Knowledge Knowledge { get; }

    /// <summary>How far the world has come for each fact.</summary>
    internal WorldCut Cut { get; }

    /// <summary>The campaign's own history; null when it cannot be seen.</summary>
    public SubjectHistory? Campaign =>
        Knowledge.Campaign is { } campaign && History(campaign.Name) is { Kind: SubjectKind.Campaign } cut ? cut : null;

    /// <summary>The campaign as it was opened, whatever V is: which side promises and which is to reform is knowledge.</summary>
    public CampaignOpened? Opened => Knowledge.Campaign?.Opening?.Event as CampaignOpened;

    /// <summary>The subjects of a kind that were opened by V, by short name.</summary>
    public IEnumerable<SubjectHistory> Histories(SubjectKind kind) =>
        histories.Values.Where(history => history.Kind == kind).OrderBy(history => history.Name, StringComparer.Ordinal);

    /// <summary>The history of a subject up to V, merges followed; null when nothing of it can be seen.</summary>
    public SubjectHistory? History(string name) => histories.GetValueOrDefault(Knowledge.Canonical(name));

    /// <summary>What a subject is called; its short name where it cannot be seen.</summary>
    public string TitleOf(string name) => History(name)?.Title ?? name;

    /// <summary>An event in one sentence, in the language of the viewpoint.</summary>
    public string Sentence(CampaignEvent e) => Sentences.Of(e, TitleOf, Viewpoint.Language);

    /// <summary>How far the world has come for a fact: V.</summary>
    internal EdtfDate? AsOf(Fact fact) => Cut.Of(fact);

    /// <summary>True when what a fact sets in motion may have come about by V.</summary>
    internal bool MayMove(Fact fact) => Cut.MayMove(fact);
}
