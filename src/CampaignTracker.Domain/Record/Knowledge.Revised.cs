using System.Collections.Immutable;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Events;

namespace CampaignTracker.Domain.Record;

/// <summary>
/// The same knowledge except for a few facts, at the cost of those alone. Counterfactuals and the frames of a replay ask for it.
/// </summary>
public sealed partial class Knowledge
{
    private Knowledge(
        Knowledge before, ImmutableDictionary<string, SubjectHistory> histories, Dictionary<Guid, Fact> changed, HashSet<Guid> gone)
    {
        (merges, campaign) = (before.merges, before.campaign ?? changed.Values.FirstOrDefault()?.Event.Campaign);
        (this.histories, whole, wholeById) = (histories, before.whole, before.wholeById);
        otherwise = before.otherwise.SetItems(changed.Select(pair => KeyValuePair.Create<Guid, Fact?>(pair.Key, Read(pair.Value))))
            .SetItems(gone.Select(id => KeyValuePair.Create<Guid, Fact?>(id, null)));
        Campaign = CampaignIn(histories);
        RuleSet = ReferenceEquals(Campaign, before.Campaign) ? before.RuleSet : RuleSetOf(Campaign);
    }

    /// <summary>The campaign's own history; null when it was never opened, or cannot be seen.</summary>
    internal SubjectHistory? Campaign { get; }

    /// <summary>
    /// The version of the rule set by which the campaign is judged: the one chosen last, by the order of the log, else the one that its
    /// opening names; null where neither names one.
    /// </summary>
    public int? RuleSet { get; }

    /// <summary>True where some subject is read as another, after a merge.</summary>
    internal bool HasMerges => !merges.AreNone;

    /// <summary>True where the same merges hold as in another state of knowledge.</summary>
    internal bool HasMergesOf(Knowledge other) => merges.AreSame(other.merges);

    /// <summary>What would be known if these facts were so.</summary>
    /// <param name="changed">Facts as they would be known: new ones, or others in the place of those with their ids.</param>
    /// <param name="gone">Facts that would not be known.</param>
    internal Knowledge Revised(IReadOnlyCollection<Fact> changed, IReadOnlyCollection<Fact> gone)
    {
        var fresh = changed.ToDictionary(fact => fact.Id);
        var left = gone.Select(fact => fact.Id).ToHashSet();
        if (changed.Concat(gone).Any(fact => fact.Recorded.Event is SubjectMerged))
        {
            return new Knowledge([.. With(fresh, left).Select(AsRecordedOn)]);
        }
        var revised = histories.ToBuilder();
        foreach (var touched in changed.Concat(gone).GroupBy(fact => Canonical(fact.Recorded.Event.Subject), StringComparer.Ordinal))
        {
            var before = histories.GetValueOrDefault(touched.Key) ?? new SubjectHistory(touched.Key, []);
            revised[touched.Key] = touched.Count() == 1 && touched.First() is var only && before.IsNew(only) && !left.Contains(only.Id)
                ? before.With(Read(only))
                : before.With(touched.Where(fact => !left.Contains(fact.Id)).Select(Read), fact => fresh.ContainsKey(fact.Id)
                || left.Contains(fact.Id));
        }
        return new Knowledge(this, revised.ToImmutable(), fresh, left);
    }

    /// <summary>What would be known if an event had never been recorded, and had amended nothing.</summary>
    internal Knowledge Without(Fact fact)
    {
        var subject = fact.Recorded.Event.Subject;
        var own = Facts.Where(other => other.Recorded.Event.Subject == subject).ToList();
        var then = AmendmentApplier.Facts([.. own.Where(other => other.Id != fact.Id).Select(other => other.Recorded)], Memo.None);
        var before = own.ToDictionary(other => other.Id);
        return Revised([.. then.Where(other => other.Amendments.Count > 0 || before[other.Id].Amendments.Count > 0)], [fact]);
    }

    private IReadOnlyList<Fact> With(Dictionary<Guid, Fact> changed, HashSet<Guid> gone) =>
        [.. Facts.Where(fact => !changed.ContainsKey(fact.Id) && !gone.Contains(fact.Id))
        .Concat(changed.Values.Where(fact => !gone.Contains(fact.Id)).Select(Read))
            .OrderBy(fact => fact.Recorded.Sequence)];

    private SubjectHistory? CampaignIn(ImmutableDictionary<string, SubjectHistory> histories) => campaign is not null
        && histories.GetValueOrDefault(Canonical(campaign)) is { Kind: SubjectKind.Campaign } history ? history : null;

    private static int? RuleSetOf(SubjectHistory? campaign)
    {
        var chosen = campaign?.Facts.Where(fact => fact.Event is RuleSetChosen).MaxBy(fact => fact.Recorded.Sequence)?.Event;
        return (chosen as RuleSetChosen)?.RuleSet ?? (campaign?.Opening?.Event as CampaignOpened)?.RuleSet;
    }

    /// <summary>A fact, under the subject that its own was merged into.</summary>
    private Fact Read(Fact fact) => Canonical(fact.Recorded.Event.Subject) is var subject && subject == fact.Event.Subject
        ? fact
        : fact with { Event = fact.Event with { Subject = subject } };

    private static Fact AsRecordedOn(Fact fact) => fact.Event.Subject == fact.Recorded.Event.Subject
        ? fact
        : fact with { Event = fact.Event with { Subject = fact.Recorded.Event.Subject } };
}
