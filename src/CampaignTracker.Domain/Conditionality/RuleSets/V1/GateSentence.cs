using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Conditionality.RuleSets.V1;

/// <summary>A verdict in one plain sentence.</summary>
internal static class GateSentence
{
    private static readonly EventTexts English = EventTexts.In(Languages.OfTheApi);

    public static string Of(CampaignState state, Judgement gate)
    {
        var when = $"{When(gate.Terms.Gate)} {DatePhrases.On(gate.Terms.Gate.Occurred, Languages.OfTheApi)}";
        return gate.Verdict == Verdict.Indeterminate
            ? $"{when}, the record leaves open whether {string.Join("; or whether ", gate.Possible.Select(verdict => Say(state, gate, verdict)))}{Deciding(state, gate)}."
            : $"{when}, {Say(state, gate, gate.Verdict)}.";
    }

    private static string Say(CampaignState state, Judgement gate, Verdict verdict) => verdict switch
    {
        Verdict.NotLinked => "nobody who had a say had made it depend on reform",
        Verdict.LinkedWithoutConditions => "it was said to depend on reform, but no demand counted as a condition of it",
        Verdict.Withheld => "it was held back on grounds that name what was asked and not delivered",
        Verdict.StalledOtherGrounds => gate.Terms.Gate.Grounds.Count == 0
        ? "it was held back, and no grounds are recorded"
        : "it was held back on grounds that name none of what was asked",
        Verdict.Rewarded => AllMet(gate),
        Verdict.AdvancedDespiteRegression => $"{Met(gate)}, and {Which(state, gate, outcome => outcome.Regressed)} had got worse "
        + $"{Since(gate)}",
        Verdict.PartlyConditioned => $"{Met(gate)}, and {Which(state, gate, outcome => outcome.Improved)} had improved {Since(gate)}",
        Verdict.AdvancedUnmet => $"{Met(gate)}, and none had improved {Since(gate)}",
        _ => throw new InvalidOperationException($"No sentence for {verdict}."),
    };

    private static List<GateCondition> Counting(Judgement gate) =>
        [.. gate.Conditions.Where(condition => condition.IsNecessary
        && gate.Hold(condition, outcome => outcome.Counts) != InReadings.None)];

    private static string AllMet(Judgement gate) =>
        Counting(gate).Count == 1 ? "the one condition was met" : $"all {Counting(gate).Count} conditions were met";

    /// <summary>How many conditions were met; where readings differ, how many were met in all of them.</summary>
    private static string Met(Judgement gate)
    {
        var counting = Counting(gate);
        var met = counting.Count(condition => gate.Hold(condition, outcome => outcome.MetEnough) == InReadings.All);
        var open = counting.Exists(condition => gate.Hold(condition, outcome => outcome.MetEnough) == InReadings.Some) ? " certainly" : "";
        return (met, counting.Count) switch
        {
            (_, 1) => "the one condition was not met",
            (0, var all) => $"none of the {all} conditions was{open} met",
            var (some, all) => $"{some} of the {all} conditions {(some == 1 ? "was" : "were")}{open} met",
        };
    }

    /// <summary>Those of which it holds in every reading; where there is none, those of which it holds in some.</summary>
    private static string Which(CampaignState state, Judgement gate, Func<Outcome, bool> holds)
    {
        var held = Counting(gate).ToLookup(condition => gate.Hold(condition, holds));
        return string.Join(" and ",
            held[held.Contains(InReadings.All) ? InReadings.All : InReadings.Some]
            .Select(condition => $"“{state.TitleOf(condition.Name)}”"));
    }

    private static string Since(Judgement gate) =>
        Counting(gate).Select(condition => condition.BaselineGate).DistinctBy(baseline => baseline?.Id).ToList() switch
    {
        [{ } one] => $"since the gate before ({English.Word(one.Milestone)})",
        [null] => "since it was asked",
        _ => "since the gate before, or since it was asked",
    };

    private static string Deciding(CampaignState state, Judgement gate) => gate.Deciding.Count == 0 ? "" :
        $"; it depends on what is recorded of {string.Join(" and ", gate.Deciding.OrderBy(move => move.Fact).Select(move => $"{state.TitleOf(move.Fact.Event.Subject)} ({DatePhrases.Of(move.At, Languages.OfTheApi)})").Distinct())}";

    private static string When(Gate gate) => gate.Postponed
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
            Milestone.Eased => "When the measure was eased",
            Milestone.Lifted => "When the measure was lifted",
            Milestone.NegotiationsSuspended => "When negotiations were suspended",
            Milestone.Suspended => "When it was suspended",
            Milestone.Withdrawn => "When it was withdrawn",
            Milestone.Imposed => "When the measure was imposed",
            Milestone.Renewed => "When the measure was renewed",
            Milestone.Terminated => "When it was terminated",
            _ => throw new InvalidOperationException($"No sentence for {gate.Milestone}."),
        };
}
