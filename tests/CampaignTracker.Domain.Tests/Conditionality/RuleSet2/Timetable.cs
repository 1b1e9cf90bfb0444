using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Campaigns;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>Everything that has a day in the worlds of one agreement, and what each is for.</summary>
internal sealed class Timetable
{
    private readonly CampaignState state;
    private readonly string agreement;
    private readonly List<DatedItem> all = [];
    private readonly List<Fact> settlements;

    public Timetable(CampaignState state, string agreement)
    {
        (this.state, this.agreement) = (state, agreement);
        Sides = new Sides(
            (AgreementDefined)state.Knowledge.History(agreement)!.Opening!.Event, Opened?.PromisingSide, Opened?.ReformingSide);
        var known = state.Knowledge.Facts.Where(fact => !fact.Retracted).ToList();
        settlements = known.FindAll(fact => fact.Event is ClaimsReconciled);
        foreach (var recordings in OneOrTwo(known.FindAll(fact => !fact.IsKnowledge && IsThere(fact.Event)))) all.Add(new DatedItem(all.Count, recordings, state.Viewpoint.AsOf));

        Gates = [.. all.Where(item => IsGate(item.Event)).Select(GateOf)];
        Linkages = [.. all.Where(item => item.Event is LinkageDeclared && item.Event.Subject == agreement).Select(LinkageOf).OfType<Linkage>()];
        Conditions = [.. all.Where(item => item.Event is ConditionAttached && item.Event.Subject == agreement)
            .Select(item => DemandOf(item.Event)!).Distinct().Order(StringComparer.Ordinal).Select(ConditionOf).OfType<Condition>()];

        foreach (var gate in Gates) gate.Item.IsGate = gate.Item.Counts = true;
        foreach (var item in Linkages.SelectMany(linkage => linkage.Withdrawals.Append(linkage.Item))) item.Counts = true;
        foreach (var item in Conditions.SelectMany(condition => condition.Items.Concat(condition.Deaths))) item.Counts = true;
        Tie();
        Items = [.. Connected()];
        foreach (var item in Items) item.Days = DaysOf(item);
    }

    public Sides Sides { get; }

    /// <summary>The items that a verdict may rest on, and what is tied to them by <c>follows</c>.</summary>
    public IReadOnlyList<DatedItem> Items { get; }

    /// <summary>How many places a table by <see cref="DatedItem.Index"/> has.</summary>
    public int Size => all.Count;

    /// <summary>The judged gates, in the order of their dates.</summary>
    public IReadOnlyList<Gate> Gates { get; }

    public IReadOnlyList<Linkage> Linkages { get; }

    public IReadOnlyList<Condition> Conditions { get; }

    private CampaignOpened? Opened => state.Knowledge.Campaign?.Opening?.Event as CampaignOpened;

    /// <summary>A gate.</summary>
    /// <param name="Item">Its recordings.</param>
    /// <param name="Grounds">What those and the justifications at them state, each with the demand that it names, merges followed.</param>
    internal sealed record Gate(
        DatedItem Item, Milestone Milestone, bool Postponed, bool HoldsBack, bool IsPart, IReadOnlyList<(Ground Ground, string? Demand)> Grounds);

    /// <summary>A linkage by somebody who has a say, with what takes it back.</summary>
    internal sealed record Linkage(DatedItem Item, LinkageDeclared Declared, IReadOnlyList<DatedItem> Withdrawals);

    /// <summary>What a demand that was ever attached to the agreement rests on.</summary>
    /// <param name="Measure">What measures it; null where that cannot be seen, and it is Open.</param>
    /// <param name="Movers">The facts that set its status or are a step.</param>
    /// <param name="Deaths">The death of the person whom it is about, whatever measures it.</param>
    internal sealed record Condition(
        string Demand, DatedItem Issued, Measure? Measure, IReadOnlyList<DatedItem> Movers, IReadOnlyList<DatedItem> Attachments,
        IReadOnlyList<DatedItem> Detachments, IReadOnlyList<DatedItem> Closings, IReadOnlyList<DatedItem> Deaths)
    {
        /// <summary>All that stands in an order within a day.</summary>
        public IEnumerable<DatedItem> Items => [Issued, .. CanMove];

        /// <summary>What can move it.</summary>
        public IEnumerable<DatedItem> CanMove => [.. Movers, .. Attachments, .. Detachments, .. Closings];
    }

    /// <summary>True where two items are put in order within a day: both can move one condition, or one is a linkage and the other takes it back.</summary>
    public bool AreOrdered(DatedItem one, DatedItem other) =>
        Conditions.Any(condition => condition.Items.Contains(one) && condition.Items.Contains(other))
        || Linkages.Any(linkage => linkage.Item == one && linkage.Withdrawals.Contains(other) || linkage.Item == other && linkage.Withdrawals.Contains(one));

    private bool IsThere(CampaignEvent e) => state.Viewpoint.AsOf is not { } v
        || e.Occurred.Earliest <= v.Latest && DatedItem.DateOf(e).Earliest <= v.Latest;

    /// <summary>Whether two recordings are one is decided by their dates as written.</summary>
    private IEnumerable<IReadOnlyList<Fact>> OneOrTwo(List<Fact> facts)
    {
        foreach (var group in facts.GroupBy(fact => IsGate(fact.Event) ? SameGate(fact.Event) : SameFact(fact.Event), StringComparer.Ordinal))
        {
            List<Fact> twins = [.. group.OrderBy(fact => fact.Recorded.Sequence)];
            if (IsGate(twins[0].Event)) yield return twins;
            else
            {
                // Two times of day, where both are given and differ, make two facts.
                List<List<Fact>> apart = [];
                foreach (var twin in twins)
                {
                    var same = apart.Find(others => twin.Event.At is null || others.TrueForAll(other => other.Event.At is null || other.Event.At == twin.Event.At));
                    if (same is null) apart.Add([twin]);
                    else same.Add(twin);
                }
                foreach (var one in apart) yield return one;
            }
        }
    }

    private static string SameFact(CampaignEvent e) => $"{e.GetType().Name} {e.Subject} {EventJson.Content(e)}";

    private string SameGate(CampaignEvent e)
    {
        var (milestone, by, extent) = e is MilestoneReached reached
            ? (reached.Milestone, reached.By, reached.Extent)
            : (((MilestonePostponed)e).Milestone, ((MilestonePostponed)e).By, Extent.Whole);
        var bodies = by is { Count: > 0 }
            ? by.Select(name => Sides.PromisingBody(name)?.Name ?? name)
            : Sides.Definition.Bodies.Where(body => body.Holds.Contains(milestone)).Select(body => body.Name);
        return $"gate {e.GetType().Name} {milestone} {extent} {e.Occurred.Earliest:O} {e.Occurred.Latest:O} "
            + string.Join('|', bodies.Select(FoldedName.Of).Distinct().Order(StringComparer.Ordinal));
    }

    // Taken by the promising side, one of its bodies, or both parties; where nobody is named, by the body that holds it.
    private bool IsGate(CampaignEvent e)
    {
        if (e.Subject != agreement || e is not (MilestoneReached or MilestonePostponed)) return false;
        var by = (e as MilestoneReached)?.By ?? (e as MilestonePostponed)?.By ?? [];
        return Direction(e) is not null && (by.Count == 0 || by.Any(Sides.IsOfPromisingSide));
    }

    /// <summary>True for a gate that holds back, false for one that advances, null for what is no gate of a benefit of this kind.</summary>
    private bool? Direction(CampaignEvent e)
    {
        var isMeasure = Sides.Definition.Kind == BenefitKind.RestrictiveMeasure;
        // A postponement holds back where the step that it puts off would have advanced.
        if (e is MilestonePostponed postponed) return HoldsBack(postponed.Milestone, isMeasure) == false ? true : null;
        return HoldsBack(((MilestoneReached)e).Milestone, isMeasure);
    }

    private static bool? HoldsBack(Milestone milestone, bool isMeasure) => milestone switch
    {
        Milestone.Renewed => isMeasure,
        Milestone.Imposed => true,
        Milestone.NegotiationsSuspended => isMeasure ? null : true,
        Milestone.Suspended or Milestone.Withdrawn or Milestone.Terminated => !isMeasure,
        Milestone.Eased or Milestone.Lifted => false,
        _ => isMeasure ? null : false,
    };

    private Gate GateOf(DatedItem item)
    {
        var ids = item.Recordings.Select(fact => fact.Id).ToHashSet();
        var justified = all.SelectMany(other => other.Recordings).Select(fact => fact.Event).OfType<JustificationGiven>().Where(given => ids.Contains(given.Gate));
        var grounds = item.Recordings.SelectMany(fact => (fact.Event as MilestoneReached)?.Grounds ?? (fact.Event as MilestonePostponed)?.Grounds ?? [])
            .Concat(justified.SelectMany(given => given.Grounds)).Distinct();
        return new Gate(
            item, (item.Event as MilestoneReached)?.Milestone ?? ((MilestonePostponed)item.Event).Milestone, item.Event is MilestonePostponed,
            Direction(item.Event)!.Value, item.Event is MilestoneReached { Extent: Extent.Part },
            [.. grounds.Select(ground => (ground, ground.Demand is { } demand ? state.Knowledge.Canonical(demand) : null))]);
    }

    // Declared by the promising side, by both parties or by one of its bodies; a clause unless it is said to be of others only.
    private Linkage? LinkageOf(DatedItem item)
    {
        var declared = (LinkageDeclared)item.Event;
        var hasSay = declared.By is null ? declared.Strength == LinkageStrength.Codified : Sides.IsOfPromisingSide(declared.By) || IsBothParties(declared.By);
        if (!hasSay) return null;
        var ids = item.Recordings.Select(fact => fact.Id).ToHashSet();
        return new Linkage(item, declared, all.FindAll(other => other.Event is LinkageWithdrawn withdrawn && ids.Contains(withdrawn.Linkage)));
    }

    internal static bool IsBothParties(string by) => FoldedName.Of(by) is "both parties" or "both sides" or "parties";

    private Condition? ConditionOf(string demand)
    {
        if (state.Knowledge.History(demand)?.Opening is not { Event: DemandIssued issued } opening) return null;
        if (all.Find(item => item.Recordings.Any(fact => fact.Id == opening.Id)) is not { } opened) return null;
        var about = issued.About is null ? null : state.Knowledge.History(issued.About);
        var measure = MeasureOf(issued, about?.Kind);
        List<DatedItem> movers = [];
        foreach (var item in all)
        {
            if (item.Event.Subject == demand) Take(item, effect => measure == Measure.Reviewer && effect is SetsFulfilment, issued);
            else if (item.Event.Subject == about?.Name && measure == Measure.Liberty) Take(item, effect => effect is SetsCustody or SetsHouseArrest, issued);
            else if (item.Event.Subject == about?.Name && measure == Measure.Restriction) Take(item, effect => effect is SetsRestriction, issued);
        }
        return new Condition(
            demand, opened, measure, movers,
            all.FindAll(item => item.Event is ConditionAttached && item.Event.Subject == agreement && DemandOf(item.Event) == demand),
            all.FindAll(item => item.Event is ConditionDetached && item.Event.Subject == agreement && DemandOf(item.Event) == demand),
            all.FindAll(item => item.Event.Subject == demand && item.Event.Effects().Any(effect => effect is ClosesDemand)),
            about?.Kind == SubjectKind.Case ? all.FindAll(item => item.Event is DiedInCustody && item.Event.Subject == about.Name) : []);

        void Take(DatedItem item, Func<Effect, bool> sets, DemandIssued issued)
        {
            if (item.Event is StatusContested contested)
            {
                item.Claims = [.. ClaimsOf(item, contested, issued, measure).Where(sets)];
                if (item.Claims.Count > 0) movers.Add(item);
            }
            else if (item.Event is FulfilmentAssessed assessed && !MayReview(assessed, issued)) return;
            else if (item.Event is AppealDecided { Outcome: AppealOutcome.Quashed or AppealOutcome.Acquitted }
                || item.Event.Effects().Any(effect => sets(effect) || effect is TakesStep)) movers.Add(item);
        }
    }

    private static Measure? MeasureOf(DemandIssued issued, SubjectKind? about) => (issued.MeasuredBy, about) switch
    {
        (Measure.Reviewer, _) => Measure.Reviewer,
        // A measure that does not fit can come from a merge alone, and says nothing.
        (_, SubjectKind.Case) => Measure.Liberty,
        (_, SubjectKind.Restriction) => Measure.Restriction,
        // About a dialogue or an agreement, or about nothing.
        (_, not null) => Measure.Reviewer,
        (_, null) when issued.About is null => Measure.Reviewer,
        _ => null,
    };

    // Nobody reviews himself: neither the reforming side nor an addressee, of whichever side.
    private bool MayReview(FulfilmentAssessed assessed, DemandIssued issued) =>
        SideOf(assessed) != ReviewerSide.ReformingSide && !issued.Addressees.Any(addressee => Sides.AreSame(addressee, assessed.Reviewer));

    public ReviewerSide SideOf(FulfilmentAssessed assessed) => assessed.ReviewerSide
        ?? (Sides.IsOfReformingSide(assessed.Reviewer) ? ReviewerSide.ReformingSide
        : Sides.IsOfPromisingSide(assessed.Reviewer) ? ReviewerSide.PromisingSide
        : ReviewerSide.None);

    private IEnumerable<Effect> ClaimsOf(DatedItem item, StatusContested contested, DemandIssued issued, Measure? measure)
    {
        var ids = item.Recordings.Select(fact => fact.Id).ToHashSet();
        var settled = settlements.Where(fact => ids.Contains(((ClaimsReconciled)fact.Event).Contested)).MaxBy(fact => fact.Recorded.Sequence);
        var chosen = contested.Claims.Where(claim => claim.Value == (settled?.Event as ClaimsReconciled)?.Chosen).ToList();
        // What is settled holds whoever claimed it.
        var claims = chosen.Count > 0 ? chosen : contested.Claims.Where(claim => measure != Measure.Reviewer
            || !Sides.IsOfReformingSide(claim.By) && !issued.Addressees.Any(addressee => Sides.AreSame(addressee, claim.By)));
        return claims.Select(claim => claim.Effect()).OfType<Effect>().Distinct();
    }

    private string? DemandOf(CampaignEvent e) => e switch
    {
        ConditionAttached attached => state.Knowledge.Canonical(attached.Demand),
        ConditionDetached detached => state.Knowledge.Canonical(detached.Demand),
        _ => null,
    };

    /// <summary>Who follows whom; those that stand in a ring say nothing.</summary>
    private void Tie()
    {
        var byId = all.SelectMany(item => item.Recordings.Select(fact => (fact.Id, item))).ToDictionary(pair => pair.Id, pair => pair.item);
        var named = all.ToDictionary(item => item, item => item.Recordings.SelectMany(fact => fact.Event.Follows ?? [])
            .Distinct().Select(id => byId.GetValueOrDefault(id)).OfType<DatedItem>().Where(earlier => earlier != item).Distinct().ToList());
        foreach (var item in all) item.Follows = named[item].FindAll(earlier => !Leads(earlier, item));

        bool Leads(DatedItem from, DatedItem to)
        {
            HashSet<DatedItem> seen = [];
            for (var pending = new Stack<DatedItem>([from]); pending.TryPop(out var item);)
            {
                if (item == to) return true;
                if (seen.Add(item)) foreach (var earlier in named[item]) pending.Push(earlier);
            }
            return false;
        }
    }

    private IEnumerable<DatedItem> Connected()
    {
        var neighbours = all.SelectMany(item => item.Follows.SelectMany(earlier => new[] { (item, earlier), (earlier, item) })).ToLookup(pair => pair.Item1, pair => pair.Item2);
        HashSet<DatedItem> reached = [];
        var pending = new Stack<DatedItem>(all.Where(item => item.Counts));
        while (pending.TryPop(out var item))
        {
            if (!reached.Add(item)) continue;
            foreach (var neighbour in neighbours[item]) pending.Push(neighbour);
        }
        return all.Where(reached.Contains);
    }

    /// <summary>
    /// Every day of its date. Where that is longer than ten days, those alone on which something changes: between the ends of other dates, and of
    /// the spans that annotations measure from a gate, one day is as good as the next.
    /// </summary>
    private List<int> DaysOf(DatedItem item)
    {
        if (item.Last - item.First < 10) return [.. Enumerable.Range(item.First, item.Last - item.First + 1)];
        List<int> ends = [item.First, item.Last];
        foreach (var other in Items)
        {
            ends.AddRange([other.First, other.Last]);
            if (other.IsGate || item.IsGate)
            {
                var spans = new[] { -365, -30, 30, 365 };
                ends.AddRange(spans.SelectMany(days => new[] { other.First + days, other.Last + days }));
            }
        }
        return [.. ends.SelectMany(end => new[] { end - 1, end, end + 1 }).Where(day => item.First <= day && day <= item.Last).Distinct().Order()];
    }
}
