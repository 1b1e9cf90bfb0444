using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>What one world says of one gate.</summary>
internal sealed class GateInAWorld
{
    private const int JustBefore = 30;
    private const int Afterwards = 365;

    private readonly Timetable table;
    private readonly World world;
    private readonly Timetable.Gate gate;
    private readonly CampaignState state;
    private readonly List<Timetable.Linkage> linkages;

    public GateInAWorld(CampaignState state, Timetable table, World world, Timetable.Gate gate)
    {
        (this.state, this.table, this.world, this.gate) = (state, table, world, gate);
        linkages = Covering(gate);
        // None of several on one day is the other's baseline.
        var earlier = table.Gates.Where(other => !other.HoldsBack && Day(other) < Day(gate) && Covering(other).Count > 0).ToList();
        List<Timetable.Gate> baselines = earlier.FindAll(other => Day(other) == earlier.Max(Day));
        Conditions = [.. table.Conditions.Select(condition => new ConditionInAWorld(world, condition, gate, baselines))];
        Verdict = VerdictOf();
    }

    public IReadOnlyList<ConditionInAWorld> Conditions { get; }

    public Verdict Verdict { get; }

    private List<ConditionInAWorld> Deciding => [.. Conditions.Where(condition => condition.Decides)];

    /// <summary>The first rule that holds.</summary>
    private Verdict VerdictOf()
    {
        if (linkages.Count == 0) return Verdict.NotLinked;
        if (gate.HoldsBack)
        {
            var namesUnmet = Conditions.Any(condition => condition.Counts && !condition.IsMet && IsNamed(condition));
            if (namesUnmet || gate.Grounds.Any(ground => IsArea(ground.Ground))) return Verdict.Withheld;
            return Deciding.Count > 0 ? Verdict.StalledOtherGrounds : Verdict.LinkedWithoutConditions;
        }
        if (Deciding.Count == 0) return Verdict.LinkedWithoutConditions;
        if (Deciding.TrueForAll(condition => condition.IsMet)) return Verdict.Rewarded;
        if (Deciding.Exists(condition => condition.IsRegressed)) return Verdict.AdvancedDespiteRegression;
        return Deciding.Exists(condition => condition.IsImproved) ? Verdict.PartlyConditioned : Verdict.AdvancedUnmet;
    }

    /// <summary>What else is to be said of the gate in this world.</summary>
    public IEnumerable<Remark> Remarks()
    {
        if (gate.IsPart) yield return new("PartOnly");
        if (gate.HoldsBack && gate.Grounds.Count == 0) yield return new("NoGroundsStated");
        if (!gate.Item.IsConfirmed) yield return new("UnverifiedInputs");
        if (Verdict == Verdict.NotLinked) yield break;

        if (linkages.TrueForAll(linkage => !IsMoreThanPolitical(linkage))) yield return new("LinkageOnlyPolitical");
        foreach (var remark in OnGrounds()) yield return remark;
        foreach (var condition in Conditions.Where(condition => condition.HasDied)) yield return new("DiedInCustody", condition.Condition.Demand);
        foreach (var remark in OnInputs()) yield return remark;
        if (Verdict == Verdict.LinkedWithoutConditions) yield break;
        foreach (var remark in OnConditions()) yield return remark;
    }

    private IEnumerable<Remark> OnGrounds()
    {
        foreach (var condition in Conditions.Where(IsGroundAlreadyMet)) yield return new("GroundAlreadyMet", condition.Condition.Demand);

        var others = gate.Grounds.Where(ground => !IsArea(ground.Ground) && !Conditions.Any(condition =>
            condition.Condition.Demand == ground.Demand && (condition.IsHere || gate.HoldsBack && IsGroundAlreadyMet(condition)))).ToList();
        if (gate.HoldsBack)
        {
            foreach (var ground in others) yield return new("OtherGrounds", Detail: Text(ground.Ground));
        }
        else if (Verdict != Verdict.LinkedWithoutConditions)
        {
            foreach (var ground in others) yield return new("OtherConditionHonoured", Detail: Text(ground.Ground));
            if (others.Count > 0 && others.Count == gate.Grounds.Count && Deciding.Exists(condition => !condition.IsMet)) yield return new("CriterionSubstitution");
        }
    }

    // It holds back on a ground that was met at the gate or, where it was closed before it, when it was closed.
    private bool IsGroundAlreadyMet(ConditionInAWorld condition) => gate.HoldsBack && IsNamed(condition) && condition.IsAttached
        && (condition.Closing is null ? condition.IsMet : condition.WasClosedMet);

    private IEnumerable<Remark> OnInputs()
    {
        List<DatedItem?> setters = [];
        foreach (var condition in Conditions)
        {
            var isNamed = IsNamed(condition) && (condition.IsHere || IsGroundAlreadyMet(condition));
            if (Verdict == Verdict.LinkedWithoutConditions ? !IsGroundAlreadyMet(condition) : !condition.Decides && !isNamed) continue;
            if (condition.Closing is null) setters.AddRange([condition.AtGate.By, condition.AtBaseline.By]);
            else setters.Add(condition.WhenClosed!.By);
        }
        var all = setters.OfType<DatedItem>().ToList();
        if (all.Exists(item => !item.IsConfirmed)) yield return new("UnverifiedInputs");
        if (Verdict == Verdict.LinkedWithoutConditions) yield break;
        if (all.Exists(IsUnreviewed)) yield return new("UnreviewedInputs");
        if (all.Exists(item => item.Event is FulfilmentAssessed assessed && table.SideOf(assessed) == ReviewerSide.PromisingSide)) yield return new("ReviewedByASide");
    }

    // The event as it now reads: found met, perhaps by a correction, by whoever recorded the evidence.
    private bool IsUnreviewed(DatedItem item)
    {
        if (item.Event is not FulfilmentAssessed { Fulfilment: Fulfilment.Met or Fulfilment.MetConditionally } assessed) return false;
        var fact = item.Recordings[0];
        List<string> reviewers = [fact.Recorded.RecordedBy, .. fact.Amendments
            .Where(amendment => amendment.Event is EventCorrected corrected && (corrected.Changes.ContainsKey("fulfilment") || corrected.Changes.ContainsKey("evidence")))
            .Select(amendment => amendment.RecordedBy)];
        return (assessed.Evidence ?? []).Any(id => state.Knowledge.Fact(id) is { } evidence && reviewers.Contains(evidence.Recorded.RecordedBy));
    }

    private IEnumerable<Remark> OnConditions()
    {
        if (Deciding.Exists(condition => condition.WasRefused)) yield return new("RefusedSince");
        if (Verdict == Verdict.AdvancedUnmet && Deciding.Exists(condition => condition.WasToward)) yield return new("MovementOnly");
        foreach (var condition in Deciding)
        {
            var demand = condition.Condition.Demand;
            if (Later(condition) is { } later)
            {
                yield return new(condition.IsMet ? "LostAfterwards" : "MetAfterwards", demand, later.Day - Day(gate), RestsOnContest: IsContest(later.By));
            }
            if (!gate.HoldsBack && condition is { IsMet: true, WasMet: true }) yield return new("MetEarlier", demand);
            if (!gate.HoldsBack && condition.IsImproved && condition.AtGate.By is { } by && Day(gate) - world.DayOf(by) <= JustBefore)
                yield return new("MovedJustBefore", demand, Day(gate) - world.DayOf(by), RestsOnContest: IsContest(by));
        }
        if (Deciding.Exists(condition => condition.Attachments.Count > 0
            && condition.Attachments.SelectMany(item => item.Recordings).Min(RecordedOn) > Day(gate))) yield return new("ChosenInHindsight");
    }

    /// <summary>The first day at whose end it is otherwise than at the gate: from the gate's own to the day before the next covered gate.</summary>
    private (int Day, DatedItem? By)? Later(ConditionInAWorld condition)
    {
        var next = table.Gates.Where(other => Day(other) > Day(gate) && Covering(other).Count > 0).Select(Day).ToList();
        var last = next.Count > 0 ? next.Min() - 1 : Day(gate) + Afterwards;
        var days = condition.Condition.Movers.Select(world.DayOf).Append(Day(gate)).Where(day => day >= Day(gate) && day <= last).Distinct().Order();
        foreach (var day in days)
        {
            var standing = condition.AtEndOf(day);
            if (condition.IsEnough(standing) != condition.IsMet) return (day, standing.By);
        }
        return null;
    }

    private List<Timetable.Linkage> Covering(Timetable.Gate other) => [.. table.Linkages.Where(linkage => linkage.Declared.Names(other.Milestone)
        && world.IsBeforeGate(linkage.Item, other.Item) && !linkage.Withdrawals.Any(withdrawal => world.IsBeforeGate(withdrawal, other.Item)))];

    // Committed holds for the gates of the body; the side itself, and both parties, speak for all of them.
    private bool IsMoreThanPolitical(Timetable.Linkage linkage) => linkage.Declared.Strength switch
    {
        LinkageStrength.Political => false,
        LinkageStrength.Codified => true,
        _ => table.Sides.IsPromisingSide(linkage.Declared.By!) || Timetable.IsBothParties(linkage.Declared.By!)
            || table.Sides.PromisingBody(linkage.Declared.By!)!.Holds.Contains(gate.Milestone),
    };

    private bool IsNamed(ConditionInAWorld condition) => gate.Grounds.Any(ground => ground.Demand == condition.Condition.Demand);

    private bool IsArea(Ground ground) => ground.IssueArea is { } area && linkages.Exists(linkage => FoldedName.Same(area, linkage.Declared.IssueArea));

    private int Day(Timetable.Gate other) => world.DayOf(other.Item);

    private static bool IsContest(DatedItem? item) => item?.Event is StatusContested;

    private static int RecordedOn(Fact fact) => DateOnly.FromDateTime(fact.Recorded.RecordedAt.UtcDateTime).DayNumber;

    private static string? Text(Ground ground) => ground.Words ?? ground.IssueArea ?? ground.Demand;
}

/// <summary>What one world says of a gate beside the verdict.</summary>
/// <param name="RestsOnContest">The days rest on the beginning of a contested matter, and are not told.</param>
internal sealed record Remark(string Kind, string? Condition = null, int? Days = null, string? Detail = null, bool RestsOnContest = false);
