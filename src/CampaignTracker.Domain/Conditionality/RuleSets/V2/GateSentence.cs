using System.Globalization;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V2;

/// <summary>A verdict in plain words, which never say more than it rests on (conditionality-2.md, 'Sentences').</summary>
internal static class GateSentence
{
    private const int LongestQuote = 80;

    private static readonly EventTexts English = EventTexts.In(Languages.OfTheApi);

    public static string Of(CampaignState state, Judgement gate)
    {
        var part = gate.Step.IsPart ? ", in part," : ",";
        var when = $"{When(gate)} {DatePhrases.On(gate.Occurred, Languages.OfTheApi)}{part}";
        if (gate.Possible.Count == 1) return $"{when} {Say(state, gate, gate.Possible[0])}.{Deaths(state, gate)}";
        var open = string.Join(", or whether ", gate.Possible.Select(verdict => Briefly(gate, verdict)));
        return $"{when} {Certain(state, gate)}the record leaves open whether {open}{Decided(state, gate)}.{Deaths(state, gate)}";
    }

    private static string Say(CampaignState state, Judgement gate, Verdict verdict) => verdict switch
    {
        Verdict.NotLinked => NotLinked(gate),
        Verdict.LinkedWithoutConditions => "it was said to depend on reform, but no demand counted as a condition of it",
        Verdict.Withheld => Withheld(state, gate),
        Verdict.StalledOtherGrounds => Stalled(state, gate),
        Verdict.Rewarded => $"{Fulfilled(state, gate)}",
        Verdict.AdvancedDespiteRegression => $"{Unmet(state, gate)}, and {Worse(state, gate)} since {Since(gate)}",
        Verdict.PartlyConditioned => $"{Unmet(state, gate)}, and {Better(state, gate)} since {Since(gate)}",
        Verdict.AdvancedUnmet =>
            $"{Unmet(state, gate)}, and nothing {(AnyMet(gate) ? "new " : "")}had been delivered since {Since(gate)}{Before(state, gate)}",
        _ => throw new InvalidOperationException($"No sentence for {verdict}."),
    };

    // Certain things first; then what is possible, and what decides it.
    private static string Certain(CampaignState state, Judgement gate)
    {
        if (gate.Possible.Any(verdict => !verdict.IsJudged())) return "";
        var met = Counting(gate).Where(row => row.Samples.TrueForAll(sample => sample.Outcome.MetEnough)).ToList();
        var unmet = Counting(gate).Where(row => row.Samples.TrueForAll(sample => !sample.Outcome.MetEnough)).ToList();
        return (met.Count, unmet.Count) switch
        {
            (0, 0) => "",
            (_, 0) => $"{Listed(met.Select(row => Quoted(state, row.Condition)))} {Were(met.Count)} {MetAs(met)}; beyond that ",
            (0, _) => $"{Listed(unmet.Select(row => Quoted(state, row.Condition)))} {Were(unmet.Count)} not met; beyond that ",
            _ => $"{Listed(met.Select(row => Quoted(state, row.Condition)))} {Were(met.Count)} {MetAs(met)} and {Listed(unmet.Select(row => Quoted(state, row.Condition)))} {(unmet.Count == 1 ? "was" : "were")} not; beyond that ",
        };
    }

    private static string MetAs(List<(Condition Condition, List<Sample> Samples)> met) =>
        met.TrueForAll(row => row.Samples.TrueForAll(sample => sample.Outcome.Rank == Rank.MetConditionally)) ? "met with conditions"
            : "met";

    private static string Briefly(Judgement gate, Verdict verdict) => verdict switch
    {
        Verdict.NotLinked => "anything had made it depend on reform",
        Verdict.LinkedWithoutConditions => "any demand counted as a condition of it",
        Verdict.Withheld => "it was held back on grounds that name what was not delivered",
        Verdict.StalledOtherGrounds => "it was held back on other grounds",
        Verdict.Rewarded => "every condition was met",
        Verdict.AdvancedDespiteRegression => $"a condition had got worse since {Since(gate)}",
        Verdict.PartlyConditioned => $"a condition that was not met had improved since {Since(gate)}",
        Verdict.AdvancedUnmet => $"a condition was not met and nothing had improved since {Since(gate)}",
        _ => throw new InvalidOperationException($"No words for {verdict}."),
    };

    private static string NotLinked(Judgement gate) =>
        gate.Frames.All(frame => frame.NamesOthers) ? "the promise to make progress depend on reform was about other steps only"
            : gate.Frames.Select(frame => frame.WasWithdrawn).FirstOrDefault(day => day is not null) is { } withdrawn
                ? $"the promise to make it depend on reform had been withdrawn {DatePhrases.On(EdtfDate.Of(withdrawn), Languages.OfTheApi)}"
            : "nobody who had a say had made it depend on reform";

    private static string Withheld(CampaignState state, Judgement gate)
    {
        var named = Rows(gate).Where(row => gate.Groups.Any(group => group.Names(row.Condition))
            && row.Samples.Exists(sample => sample.Outcome is { IsAttached: true, Counts: true, MetEnough: false })).ToList();
        if (named.Count > 0)
            return $"it was held back on grounds that name what was not delivered: {Listed(named.Select(row => Quoted(state, row.Condition)))}";
        var area = gate.Step.Grounds.Select(ground => ground.IssueArea?.Trim()).OfType<string>().FirstOrDefault() ?? "reform";
        return $"it was held back on grounds that name {area}, on which it had been said to depend";
    }

    private static string Stalled(CampaignState state, Judgement gate)
    {
        if (gate.Step.Grounds.Count == 0) return "it was held back, and no grounds are recorded";
        var met = gate.Annotations.Where(annotation => annotation.Kind == AnnotationKind.GroundAlreadyMet)
            .Select(annotation => gate.Conditions.FirstOrDefault(condition => condition.Name == annotation.Condition)).OfType<Condition>()
                .ToList();
        return met.Count > 0
            ? $"it was held back on grounds that name what had been delivered: {Listed(met.Select(condition => Quoted(state, condition)))}"
            : "it was held back on grounds that name none of what was asked";
    }

    private static string Fulfilled(CampaignState state, Judgement gate)
    {
        var counting = Counting(gate);
        var partly = counting.Count(row => row.Samples.Exists(sample => sample.Outcome.Rank == Rank.MetConditionally));
        return (counting.Count, partly) switch
        {
            (1, 0) => $"the one condition was met: {Quoted(state, counting[0].Condition)}",
            (1, _) => $"the one condition was met with conditions: {Quoted(state, counting[0].Condition)}",
            (var all, 0) => $"{All(all)} conditions were met",
            (var all, var some) when all == some => $"{All(all)} conditions were met with conditions",
            (var all, var some) => $"{All(all)} conditions were met, {Number(some)} of them with conditions",
        };
    }

    private static string Unmet(CampaignState state, Judgement gate)
    {
        var counting = Counting(gate);
        var met = counting.Where(row => row.Samples.TrueForAll(sample => sample.Outcome.MetEnough)).ToList();
        var home = counting.Where(row => row.Samples.TrueForAll(sample => sample.Place == Standing.HouseArrest)).ToList();
        var said = (met.Count, counting.Count) switch
        {
            (_, 1) => $"the one condition was not met: {Quoted(state, counting[0].Condition)}",
            (0, 2) => "neither of the two conditions was met",
            (0, var all) => $"none of the {Number(all)} conditions was met",
            (var some, var all) => $"{Number(some)} of the {Number(all)} conditions {Were(some)} {MetAs(met)}",
        };
        if (home.Count > 0) said += $" ({Listed(home.Select(row => Quoted(state, row.Condition)))}: under house arrest)";
        var unseen = counting.Where(row => row.Condition.IsUnseen).ToList();
        return unseen.Count == 0 ? said
            : $"{said} ({Listed(unseen.Select(row => Quoted(state, row.Condition)))}: what measures it cannot be seen)";
    }

    private static string Worse(CampaignState state, Judgement gate) =>
        $"{Which(state, gate, sample => sample.Outcome.Regressed)} had got worse";

    private static string Better(CampaignState state, Judgement gate) =>
        $"{Which(state, gate, sample => sample.Outcome.Improved)} had improved";

    private static bool AnyMet(Judgement gate) =>
        Counting(gate).Exists(row => row.Samples.TrueForAll(sample => sample.Outcome is { MetEnough: true, MetAtBaseline: true }));

    private static string Before(CampaignState state, Judgement gate)
    {
        var met = Counting(gate).Where(row => row.Samples.TrueForAll(sample => sample.Outcome is { MetEnough: true, MetAtBaseline: true }))
            .ToList();
        return met.Count == 0 ? ""
            : $" ({Listed(met.Select(row => Quoted(state, row.Condition)))} {Were(met.Count)} {MetAs(met)} before that)";
    }

    private static string Since(Judgement gate)
    {
        var asked = Counting(gate).Count;
        var fromGate = Counting(gate).SelectMany(row => row.Samples).Select(sample => sample.FromGate).Distinct().ToList();
        var gates = gate.Frames.SelectMany(frame => frame.BaselineGates).Distinct().ToList();
        return fromGate switch
        {
            [true] when gates.Count == 1 => $"the step before ({English.Word(gates[0].Milestone)}, {DatePhrases.Of(gates[0].Occurred, Languages.OfTheApi)})",
            [false] => asked == 1 ? "it was asked" : "they were asked",
            [] => "then",
            _ => "the step before, or since it was asked",
        };
    }

    private static string Decided(CampaignState state, Judgement gate) => gate.Deciding.Count == 0 ? "" :
        $"; it depends on {Listed(gate.Deciding.Select(fact => gate.Recordings.Any(recording => recording.Id == fact.Id)
            ? "the day of the step itself"
            : $"what is recorded of {state.TitleOf(fact.Event.Subject)} ({DatePhrases.Of(fact.Event.MovesAt(), Languages.OfTheApi)})").Distinct())}";

    private static string Deaths(CampaignState state, Judgement gate)
    {
        var dead = gate.Annotations.Where(annotation => annotation.Kind == AnnotationKind.DiedInCustody)
            .Select(annotation => gate.Conditions.First(condition => condition.Name == annotation.Condition))
            .Where(condition => condition.Deaths.Count > 0).DistinctBy(condition => condition.Deaths[0].Fact.Id).ToList();
        return string.Concat(dead.Select(condition =>
            $" {state.TitleOf(condition.Deaths[0].Fact.Event.Subject)} had died in custody {DatePhrases.On(condition.Deaths[0].Fact.Event.MovesAt(), Languages.OfTheApi)}."));
    }

    private static string Which(CampaignState state, Judgement gate, Func<Sample, bool> holds)
    {
        var rows = Counting(gate).Where(row => row.Samples.TrueForAll(sample => holds(sample))).ToList();
        if (rows.Count == 0) rows = [.. Counting(gate).Where(row => row.Samples.Exists(sample => holds(sample)))];
        return Listed(rows.Select(row => Quoted(state, row.Condition)));
    }

    /// <summary>The necessary conditions that may count at the gate, each with what it comes to in the worlds where it does.</summary>
    private static List<(Condition Condition, List<Sample> Samples)> Counting(Judgement gate) =>
        [.. gate.Groups.SelectMany((group, n) => group.Conditions.Select((condition, i) => (condition, gate.Samples[n]
            .SelectMany(frame => frame.Samples.Select(samples => samples[i]))
            .Where(sample => sample.Outcome is { IsAttached: true, Counts: true }
                && group.RequirementOf(i, sample) == Requirement.Necessary).Distinct().ToList())))
            .Where(row => row.Item2.Count > 0)];

    private static IEnumerable<(Condition Condition, List<Sample> Samples)> Rows(Judgement gate) => gate.Groups.SelectMany((group, n) =>
        group.Conditions.Select((condition, i) => (condition,
            gate.Samples[n].SelectMany(frame => frame.Samples.Select(samples => samples[i])).Distinct().ToList())));

    /// <summary>A demand by its own words; by its short title where they are many.</summary>
    private static string Quoted(CampaignState state, Condition condition)
    {
        var title = state.TitleOf(condition.Name);
        if (title.Length > LongestQuote) title = condition.Issued.ShortTitle?.Value
            ?? string.Concat(title.AsSpan(0, LongestQuote - 1), "…");
        return $"“{title}”";
    }

    private static string Listed(IEnumerable<string> all) => all.ToList() switch
    {
        [] => "",
        [var one] => one,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };

    private static string All(int count) => count == 2 ? "both" : $"all {Number(count)}";

    private static string Were(int count) => count == 1 ? "was" : "were";

    private static string Number(int count) => count switch
    {
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        1 => "one",
        _ => count.ToString(CultureInfo.InvariantCulture),
    };

    private static string When(Judgement gate) => gate.Postponed
        ? $"When the step “{English.Word(gate.Milestone)}” was put off"
        : gate.Milestone switch
        {
            Milestone.MandateGiven => "When the mandate was given",
            Milestone.NegotiationsOpened => "When negotiations were opened",
            Milestone.NegotiationsResumed => "When negotiations were resumed",
            Milestone.NegotiationsConcluded => "When negotiations were concluded",
            Milestone.Initialled => "When it was initialled",
            Milestone.Signed => "When it was signed",
            Milestone.ProvisionallyApplied => "When it was applied provisionally",
            Milestone.ConsentGiven => "When consent was given",
            Milestone.Ratified => "When it was ratified",
            Milestone.CouncilConcluded => "When the Council concluded it",
            Milestone.EnteredIntoForce => "When it entered into force",
            Milestone.Granted => "When it was granted",
            Milestone.NotObjected => "When nobody objected to it",
            Milestone.Restored => "When it was restored",
            Milestone.Eased => "When it was eased",
            Milestone.Lifted => "When it was lifted",
            Milestone.NegotiationsSuspended => "When negotiations were suspended",
            Milestone.Suspended => "When it was suspended",
            Milestone.Withdrawn => "When it was withdrawn",
            Milestone.Imposed => "When it was imposed",
            Milestone.Renewed => "When it was renewed",
            Milestone.Terminated => "When it was terminated",
            _ => throw new InvalidOperationException($"No sentence for {gate.Milestone}."),
        };
}
