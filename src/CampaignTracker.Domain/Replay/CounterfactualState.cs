using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Replay;

/// <summary>The first of two states, with some of what sets the second apart: how one tries which events make a difference.</summary>
internal sealed class CounterfactualState(CampaignState from, CampaignState to, IRuleSet rules, Memo memo, int maxTrials)
{
    /// <summary>Stands for the passage of time from one V to the other.</summary>
    public static readonly Guid Time = Guid.Empty;

    private List<Guid>? inOrder;
    private readonly bool timeDiffers = from.Viewpoint.AsOf != to.Viewpoint.AsOf;

    /// <summary>The most trials of which events a status takes; a verdict weighs five of another status.</summary>
    public const int MaxTrials = 5_000;

    /// <summary>How many were made.</summary>
    public int Trials { get; private set; }

    /// <summary>
    /// False where there were too many events to try: causes are then enough for their change, and some may not be needed.
    /// </summary>
    public bool IsExact => Trials <= maxTrials;

    /// <summary>The events that the two read differently.</summary>
    public Dictionary<Guid, FactChange> FactChanges { get; } = FactChange.Between(from, to);

    /// <summary>The first state, with some fact changes read as in the second.</summary>
    public CampaignState With(IReadOnlySet<Guid> applied)
    {
        List<Fact> changed = [], gone = [];
        HashSet<string> touched = new(StringComparer.Ordinal);
        foreach (var id in applied)
        {
            if (!FactChanges.TryGetValue(id, out var change)) continue;
            if (change.After is { } after) changed.Add(after);
            else gone.Add(change.Before!);
            touched.Add(change.Fact.Recorded.Event.Subject);
        }
        var knowledge = from.Knowledge.Revised(changed, gone);
        var viewpoint = from.Viewpoint with { AsOf = applied.Contains(Time) ? to.Viewpoint.AsOf : from.Viewpoint.AsOf };
        return from.Revised(knowledge, viewpoint, touched, applied.Count == 0
            ? WorldCut.At(from.Viewpoint.AsOf)
            : new WorldCut(from.Viewpoint.AsOf, applied, to.Viewpoint.AsOf));
    }

    /// <summary>
    /// A smallest set of fact changes that, added to some already applied, gives a line; earlier facts are preferred to later ones.
    /// </summary>
    public List<Guid> CausesOf(StatusKey key, StatusLine? line, IReadOnlySet<Guid> applied)
    {
        bool Gives(IEnumerable<Guid> some) =>
            Difference.Same(StatusSheet.Line(With(applied.Union(some).ToHashSet()), key, rules, memo.Fork()), line);
        bool? Tries(IEnumerable<Guid> some)
        {
            Trials += key.Event is null ? 1 : 5;
            return IsExact ? Gives(some) : null;
        }

        var near = Candidates(Inputs(key), key).Where(id => !applied.Contains(id)).ToList();
        if (near.Count > 0 && Gives(near)) return MinimalSubset.Set(near, Tries);
        var wide = Candidates(FactChanges.Keys, key).Where(id => !applied.Contains(id)).ToList();
        if (Gives(wide)) return MinimalSubset.Set(wide, Tries);
        var all = Timed(InOrder).Where(id => !applied.Contains(id)).ToList();
        return Gives(all) ? MinimalSubset.Set(all, Tries) : all;
    }

    /// <summary>The lines that the fact changes do not bring to what they should be.</summary>
    public List<StatusKey> Unlike(IReadOnlySet<Guid> applied, SortedDictionary<StatusKey, StatusLine> after, Func<StatusKey, bool>? about)
    {
        var sheet = StatusSheet.Of(With(applied), rules, memo.Fork());
        return [.. sheet.Keys.Union(after.Keys).Order().Where(key => about?.Invoke(key) ?? true)
            .Where(key => !Difference.Same(sheet.GetValueOrDefault(key), after.GetValueOrDefault(key)))];
    }

    /// <summary>Fact changes as one tells them, in the order of their dates.</summary>
    public IReadOnlyList<Cause> Told(IEnumerable<Guid> ids) => [.. Ordered(ids).Select(Told)];

    private Cause Told(Guid id)
    {
        if (id == Time)
            return new(CauseKind.TimePassed, (from.Viewpoint.AsOf is null || from.Viewpoint.AsOf.Latest > to.Viewpoint.AsOf?.Latest)
                && to.Viewpoint.AsOf is not null,
                null, null, to.Viewpoint.AsOf, "A date passed", null, null, null, null, null);
        var change = FactChanges[id];
        var (fact, state) = (change.Fact, change.After is null ? from : to);
        var amendments = (change.Before?.Amendments ?? []).Concat(change.After?.Amendments ?? [])
            .DistinctBy(amendment => amendment.Id);
        var by = change.Kind switch
        {
            CauseKind.Corrected => amendments.LastOrDefault(amendment => !(InBoth(change, amendment))) ?? amendments.LastOrDefault(),
            CauseKind.Retracted => amendments.LastOrDefault(amendment => amendment.Event is EventRetracted),
            CauseKind.Reconciled => fact.Recorded,
            _ => null,
        };
        var recorded = by ?? fact.Recorded;
        return new Cause(
            change.Kind, change.Undone, id, EventCatalogue.Of(fact.Event).Name, fact.Event.Occurred, state.Sentence(fact.Event),
            recorded.Sequence, recorded.RecordedAt, recorded.RecordedBy, ReasonOf(by?.Event), by?.Id);
    }

    private static bool InBoth(FactChange change, RecordedEvent amendment) =>
        change.Before is { } before && change.After is { } after
        && before.Amendments.Any(other => other.Id == amendment.Id) && after.Amendments.Any(other => other.Id == amendment.Id);

    private static string? ReasonOf(CampaignEvent? e) => e switch
    {
        EventCorrected correction => correction.Reason.Value,
        EventRetracted retraction => retraction.Reason.Value,
        ClaimsReconciled reconciled => reconciled.Reason.Value,
        _ => null,
    };

    /// <summary>
    /// The events that are named as the inputs of a gate in either state, amendments left out; all where it is about no gate.
    /// </summary>
    private IEnumerable<Guid> Inputs(StatusKey key)
    {
        if (key.What is not (StatusKind.Gate or StatusKind.Verdict or StatusKind.Annotations)
            || key.Event is not { } gate) return FactChanges.Keys;
        return new[] { from, to }.SelectMany(state => state.History(key.Subject) is { Kind: SubjectKind.Agreement } history
            && rules.Judge(state, history, gate, memo.Fork()) is { } judged
            ? rules.EvidenceOf(state, judged, memo.Fork()).Select(evidence => evidence.Fact.Id) : []).Where(FactChanges.ContainsKey)
            .Distinct();
    }

    private List<Guid> Candidates(IEnumerable<Guid> ids, StatusKey key)
    {
        var subjects = Subjects(from, key.Subject).Concat(Subjects(to, key.Subject)).ToHashSet(StringComparer.Ordinal);
        var some = ids.ToHashSet();
        return Timed(InOrder.FindAll(id => some.Contains(id) && (FactChanges[id].Fact.Recorded.Event is SubjectMerged
            || subjects.Contains(from.Knowledge.Canonical(FactChanges[id].Fact.Recorded.Event.Subject))
            || subjects.Contains(to.Knowledge.Canonical(FactChanges[id].Fact.Recorded.Event.Subject)))));
    }

    /// <summary>The subjects whose facts bear on the lines of one.</summary>
    internal static IEnumerable<string> Subjects(CampaignState state, string name)
    {
        yield return name;
        if (state.Knowledge.History(name) is not { } history) yield break;
        var demands = history.Kind == SubjectKind.Agreement
            ? history.Facts.Select(fact => fact.Event.Condition()).OfType<string>().Select(state.Knowledge.Canonical)
            .Distinct(StringComparer.Ordinal)
            : [name];
        if (history.Kind == SubjectKind.Agreement && state.Knowledge.Campaign is { } campaign) yield return campaign.Name;
        foreach (var demand in demands)
        {
            yield return demand;
            foreach (var issued in state.Knowledge.History(demand)?.Of<DemandIssued>() ?? [])
            {
                if (issued.About is { } about) yield return state.Knowledge.Canonical(about);
            }
        }
    }

    private List<Guid> InOrder => inOrder ??= Ordered(FactChanges.Keys);

    private List<Guid> Ordered(IEnumerable<Guid> ids) =>
        [.. ids.Distinct().OrderBy(id => id == Time).ThenBy(id => FactChanges.GetValueOrDefault(id)?.Fact).ThenBy(id => id)];

    private List<Guid> Timed(List<Guid> ids) => timeDiffers ? [.. ids, Time] : ids;
}
