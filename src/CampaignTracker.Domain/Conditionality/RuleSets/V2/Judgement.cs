using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Worlds;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>A gate as version 2 judges it: in every world that the dates and claims allow.</summary>
internal sealed class Judgement : GateJudgement
{
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private Judgement(CampaignState state, string agreement, Gate gate, AgreementFrames all, IReadOnlyList<ConditionGroup> groups,
        IReadOnlyList<GroupBeginnings> beginnings)
    {
        (Step, Knowledge) = (gate, state.Knowledge);
        (Agreement, Gate, Recordings) = (agreement, gate.Id, gate.Recordings);
        (Milestone, Postponed, HoldsBack, Occurred) = (gate.Milestone, gate.Postponed, gate.HoldsBack, gate.Occurred);
        var named = gate.Grounds.Select(ground => ground.Demand).OfType<string>().Select(state.Knowledge.Canonical)
            .ToHashSet(StringComparer.Ordinal);
        Groups = [.. groups.Select(group => new GroupAtGate(group, gate, named))];
        Frames = FramesOf(gate, all, Groups, out var tooMany);
        var asOf = state.Cut.Furthest?.Latest;

        List<WorldItem> unknown = [];
        var tallies = Frames.Select(_ => new TallySet[groups.Count]).ToList();
        Samples = [.. Groups.Select(_ => (IReadOnlyList<(Frame, IReadOnlyCollection<Sample[]>)>)[])];
        for (var i = 0; i < Groups.Count; i++)
        {
            var group = Groups[i];
            List<(Frame Frame, IReadOnlyCollection<Sample[]> Samples)> told = [];
            for (var at = 0; at < Frames.Count; at++)
            {
                var frame = Frames[at];
                if (told.FindIndex(known => known.Frame.IsSame(frame)) is >= 0 and var same)
                {
                    told.Add((frame, told[same].Samples));
                    tallies[at][i] = tallies[same][i];
                    continue;
                }
                var many = group.TooMany(frame);
                var samples = many.Count > 0 ? null : SamplesOf(group, frame, asOf, beginnings[i]);
                if (samples is null) (unknown, IsCounted) = ([.. unknown, .. many], false);
                tallies[at][i] = samples is null ? group.Unknown(frame) : TallySet.Of(samples.Select(group.TallyOf));
                told.Add((frame, samples ?? []));
            }
            Samples[i] = told;
        }
        Tallies = tallies.ConvertAll(each => new TalliesTogether(each));
        Possible = [.. Frames.SelectMany((frame, at) => Tallies[at].All.Select(tally => VerdictOf(frame, tally))).Distinct().Order()];
        TooManyUnknowns = Possible.Count > 1 && (tooMany || !IsCounted);
        Verdict = Possible is [var one] ? one : Verdict.Indeterminate;
        Deciding = Possible.Count > 1 ? [.. V2.Deciding.Of(this, all, beginnings)
            .Concat(TooManyUnknowns ? unknown.Select(item => item.Fact) : []).DistinctBy(fact => fact.Id).Order()] : [];
        Conditions = [.. groups.SelectMany(group => group.Conditions).OrderBy(condition => condition.Name, StringComparer.Ordinal)];
        Annotations = V2.Annotations.Of(this);
    }

    /// <summary>Judges the gates of an agreement.</summary>
    public static List<Judgement> Of(CampaignState state, SubjectHistory agreement)
    {
        var parties = new Parties(state, agreement.Opening!.Event as AgreementDefined);
        var conditions = Condition.Of(state, agreement, parties);
        var untied = new AgreementFrames(state, agreement, parties, new FollowsGraph());
        var ofConditions = conditions.SelectMany(condition => condition.Items.Concat(condition.Deaths)).Distinct();
        var follows = new FollowsGraph(state, [.. untied.Items, .. ofConditions], NotBefore(conditions, untied));
        var frames = untied.With(follows);
        if (frames.Gates.Count == 0) return [];
        var ofAgreement = frames.Items.ToHashSet();
        var groups = GroupsOf(conditions, follows).ConvertAll(group => new ConditionGroup(group, follows, ofAgreement));
        var until = frames.Gates.Max(gate => gate.Item.Last);
        var beginnings = groups.ConvertAll(group => new GroupBeginnings(group, until));
        return frames.Gates.ConvertAll(gate => new Judgement(state, agreement.Name, gate, frames, groups, beginnings));
    }

    // An attachment before its demand; a detachment, closing or withdrawal before all that it could take back.
    private static IEnumerable<NotBefore> NotBefore(IReadOnlyList<Condition> conditions, AgreementFrames frames) =>
    [
        .. conditions.SelectMany(condition => condition.Attachments.Select(item => new NotBefore([condition.DemandItem], item)))
            .OrderBy(bound => bound.Sequence),
        .. conditions.SelectMany(condition => condition.Detachments.Select(item => new NotBefore(condition.Attachments, item))
                .Concat(condition.Closings.Select(item => new NotBefore([condition.DemandItem], item))))
            .Concat(frames.NotBefore).OrderBy(bound => bound.Sequence),
    ];

    /// <summary>The gate itself.</summary>
    public Gate Step { get; }

    /// <summary>What was known.</summary>
    public Knowledge Knowledge { get; }

    public IReadOnlyList<Condition> Conditions { get; }

    public IReadOnlyList<GroupAtGate> Groups { get; }

    /// <summary>Every choice of days for gates and linkages.</summary>
    public IReadOnlyList<Frame> Frames { get; }

    /// <summary>For each frame what the conditions say together, in every world.</summary>
    public IReadOnlyList<TalliesTogether> Tallies { get; }

    /// <summary>For each group and frame what its conditions come to; empty where there are too many worlds.</summary>
    public IReadOnlyList<(Frame Frame, IReadOnlyCollection<Sample[]> Samples)>[] Samples { get; }

    /// <summary>The partly dated and contested matters that decide between several verdicts.</summary>
    public IReadOnlyList<Fact> Deciding { get; }

    /// <summary>False where the worlds of some conditions are too many to be walked.</summary>
    public bool IsCounted { get; } = true;

    /// <summary>The verdict of one world: the first rule that holds.</summary>
    public Verdict VerdictOf(Frame frame, Tally tally)
    {
        if (frame.Linkages.Count == 0) return Verdict.NotLinked;
        if (HoldsBack)
        {
            return tally.HasFlag(Tally.NamedUnmet) || Step.Grounds.Any(ground => frame.Linkages.Any(linkage => linkage.IsNamedBy(ground)))
                ? Verdict.Withheld
                : tally.HasFlag(Tally.Any) ? Verdict.StalledOtherGrounds : Verdict.LinkedWithoutConditions;
        }
        return !tally.HasFlag(Tally.Any) ? Verdict.LinkedWithoutConditions
            : !tally.HasFlag(Tally.Unmet) ? Verdict.Rewarded
            : tally.HasFlag(Tally.Regressed) ? Verdict.AdvancedDespiteRegression
            : tally.HasFlag(Tally.Improved) ? Verdict.PartlyConditioned
            : Verdict.AdvancedUnmet;
    }

    private static IReadOnlyCollection<Sample[]>? SamplesOf(
        GroupAtGate group, Frame frame, DateOnly? asOf, GroupBeginnings beginnings)
    {
        try
        {
            return group.Samples(frame, asOf, told: true, beginnings);
        }
        catch (TooManyWorldsException)
        {
            try
            {
                return group.Samples(frame, asOf, told: false, beginnings);
            }
            catch (TooManyWorldsException)
            {
                return null;
            }
        }
    }

    private static List<Frame> FramesOf(Gate gate, AgreementFrames all, IReadOnlyList<GroupAtGate> groups, out bool tooMany)
    {
        var ends = groups.SelectMany(group => group.Items).SelectMany(item => new[] { item.First, item.Last }).ToHashSet();
        tooMany = false;
        try
        {
            return all.Of(gate, ends);
        }
        catch (TooManyWorldsException)
        {
            tooMany = true;
            try
            {
                return all.Of(gate, []);
            }
            catch (TooManyWorldsException)
            {
                return all.AtTheirFirst(gate);
            }
        }
    }

    /// <summary>Conditions that share a subject or an item, or of which one's items follow the other's.</summary>
    private static List<List<Condition>> GroupsOf(List<Condition> conditions, FollowsGraph follows)
    {
        var of = Enumerable.Range(0, conditions.Count).ToArray();
        void Join(int one, int other)
        {
            var (from, to) = (of[other], of[one]);
            for (var i = 0; i < of.Length; i++)
            {
                if (of[i] == from) of[i] = to;
            }
        }

        var owner = new Dictionary<WorldItem, int>();
        for (var i = 0; i < conditions.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (conditions[i].Subject == conditions[j].Subject) Join(j, i);
            }
            foreach (var item in conditions[i].Items)
            {
                if (!owner.TryAdd(item, i)) Join(owner[item], i);
            }
        }
        foreach (var (earlier, later) in follows.Ties)
        {
            if (owner.TryGetValue(earlier, out var one) && owner.TryGetValue(later, out var other)) Join(one, other);
        }
        return [.. conditions.Select((condition, i) => (condition, of[i])).GroupBy(pair => pair.Item2)
            .Select(group => group.Select(pair => pair.condition).ToList())];
    }
}
