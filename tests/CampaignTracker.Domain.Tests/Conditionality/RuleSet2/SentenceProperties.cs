using System.Text.RegularExpressions;
using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Views;

namespace CampaignTracker.Domain.Tests.Conditionality.RuleSet2;

/// <summary>A sentence never says more than its verdict rests on, whatever the history.</summary>
public sealed partial class SentenceProperties
{
    private static readonly IReadOnlyList<(GateVerdict Gate, IReadOnlyList<RecordedEvent> Log)> Gates = [.. Enumerable.Range(0, 1_500).SelectMany(seed =>
    {
        var log = SmallHistories.Of(seed);
        return ConditionalityLedger.Of(CampaignState.Of(log, Viewpoints.Of(SmallHistories.AnyV(seed))), RuleSetList.BuiltIn.Find("2")!, Rules.Memo)
            .Agreements.SelectMany(agreement => agreement.Gates).Select(gate => (gate, log));
    })];

    [Fact]
    public void Grammar_agrees_in_number() => Each(gate =>
    {
        gate.Sentence.ShouldEndWith(".");
        OddText().IsMatch(gate.Sentence).ShouldBeFalse(gate.Sentence);
        OneWere().IsMatch(gate.Sentence).ShouldBeFalse(gate.Sentence);
        SeveralWas().IsMatch(gate.Sentence).ShouldBeFalse(gate.Sentence);
    });

    [Fact]
    public void What_was_held_back_is_not_said_to_be_honoured_nor_what_advanced_to_be_held_back() => Each(gate =>
    {
        if (!gate.Verdict.IsJudged() || gate.Verdict == Verdict.Indeterminate) return;
        gate.Sentence.Contains("held back", StringComparison.Ordinal).ShouldBe(gate.HoldsBack, gate.Sentence);
        gate.Sentence.ShouldNotContain("honoured");
    });

    [Fact]
    public void Nobody_had_made_it_depend_is_not_said_where_the_promise_was_withdrawn_or_is_about_other_steps() => Each((gate, log) =>
    {
        if (gate.Verdict != Verdict.NotLinked || !gate.Sentence.Contains("nobody", StringComparison.Ordinal)) return;
        // Whoever has a say has declared nothing before the gate that names its step, and nothing else that still holds.
        var state = CampaignState.Of(log, Viewpoints.Now);
        var table = new Timetable(state, SmallHistories.Deal);
        var step = table.Gates.FirstOrDefault(one => one.Item.Id == gate.Event);
        if (step is null) return;
        table.Linkages.Where(linkage => linkage.Item.Last < step.Item.First
            && (linkage.Declared.Names(step.Milestone) || linkage.Withdrawals.Count == 0)).ShouldBeEmpty(gate.Sentence);
    });

    [Fact]
    public void A_sentence_says_what_its_verdict_says_and_nothing_that_contradicts_it() => Each(gate =>
    {
        var sentence = gate.Sentence;
        switch (gate.Verdict)
        {
            case Verdict.Rewarded:
                sentence.ShouldNotContain("not met");
                sentence.ShouldMatch("(was|were) met");
                break;
            case Verdict.AdvancedDespiteRegression: sentence.ShouldContain("had got worse"); break;
            case Verdict.PartlyConditioned: sentence.ShouldContain("had improved"); break;
            case Verdict.AdvancedUnmet:
                sentence.ShouldMatch("nothing (new )?had been delivered");
                sentence.ShouldNotContain("improved");
                break;
            case Verdict.Indeterminate:
                sentence.ShouldContain("the record leaves open whether");
                sentence.ShouldNotMatch("none of .* improved|neither .* improved");
                break;
        }
    });

    [Fact]
    public void A_death_is_told_and_a_ground_that_had_been_delivered() => Each(gate =>
    {
        if (gate.Annotations.Any(said => said.Kind == AnnotationKind.DiedInCustody)) gate.Sentence.ShouldContain("had died in custody");
        if (gate.Verdict == Verdict.StalledOtherGrounds && gate.Annotations.Any(said => said.Kind == AnnotationKind.GroundAlreadyMet))
            gate.Sentence.ShouldContain("what had been delivered");
    });

    [Fact]
    public void The_histories_say_everything_that_is_looked_at()
    {
        string[] looked = ["held back", "nobody who had a say", "had been withdrawn", "other steps only", "had got worse", "had improved",
            "nothing new", "met with conditions", "under house arrest", "had died in custody", "leaves open", "what had been delivered", "no grounds are recorded"];
        looked.Where(words => !Gates.Any(pair => pair.Gate.Sentence.Contains(words, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static void Each(Action<GateVerdict> holds) => Each((gate, _) => holds(gate));

    private static void Each(Action<GateVerdict, IReadOnlyList<RecordedEvent>> holds)
    {
        Gates.Count.ShouldBeGreaterThan(1_500);
        foreach (var (gate, log) in Gates) holds(gate, log);
    }

    [GeneratedRegex("  |\\.\\.|,,| ,| a [AEIOaeio]")]
    private static partial Regex OddText();

    [GeneratedRegex("\\bone (of the \\w+ conditions|condition) were\\b")]
    private static partial Regex OneWere();

    [GeneratedRegex("(?<!(neither|none|one) of the )\\b(two|three|four|five|both|all \\w+) (of the \\w+ )?conditions was\\b")]
    private static partial Regex SeveralWas();
}
