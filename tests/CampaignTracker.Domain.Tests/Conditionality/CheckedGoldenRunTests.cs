using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Tests.Sample;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Conditionality;

/// <summary>
/// The verdicts on the sample after the check against its sources, by both rule sets, and what each row of the check changed in them. The
/// cases are Kozlov (1), Kuramshin (2) and Tuletaeva (3).
/// </summary>
public sealed class CheckedGoldenRunTests
{
    private static readonly IReadOnlyList<RecordedEvent> Check = [.. SampleFile.Checked.Skip(SampleFile.Recorded.Count)];

    private static readonly Dictionary<int, AgreementVerdict> Before = RuleSetList.BuiltIn.All.ToDictionary(rules => rules.Version, rules => Judge(SampleFile.Recorded, rules.Version));

    private static readonly Dictionary<int, AgreementVerdict> After = RuleSetList.BuiltIn.All.ToDictionary(rules => rules.Version, rules => Judge(SampleFile.Checked, rules.Version));

    public static TheoryData<Milestone, string, string, string[], string[]> Gates => new()
    {
        { Milestone.MandateGiven, "2011-05-24", "NotLinked", [], ["UnverifiedInputs"] },
        { Milestone.NegotiationsOpened, "2011-06", "NotLinked", [], [] },
        { Milestone.NegotiationsResumed, "2013-10-09/2013-10-10", "AdvancedUnmet", ["Open", "Open", "Open"],
            ["RefusedSince", "ChosenInHindsight"] },
        { Milestone.NegotiationsConcluded, "2014-10-09", "AdvancedUnmet", ["Open", "Open", "Open"],
            ["RefusedSince", "MovementOnly", "MetAfterwards (release-case-3, 23 to 52 days)", "ChosenInHindsight"] },
        { Milestone.Initialled, "2015-01-20", "PartlyConditioned", ["Open", "Open", "MetConditionally"],
            ["UnverifiedInputs", "ChosenInHindsight"] },
        { Milestone.Signed, "2015-12-21", "AdvancedDespiteRegression", ["Open regressed", "Open", "MetConditionally"],
            ["RefusedSince", "MetEarlier (release-case-3)", "OtherConditionHonoured (WTO accession completed)", "CriterionSubstitution", "UnverifiedInputs", "ChosenInHindsight"] },
        { Milestone.ProvisionallyApplied, "2016-05-01", "AdvancedUnmet", ["Open", "Open", "MetConditionally"],
            ["MetEarlier (release-case-3)", "MetAfterwards (release-case-1, 110 days)", "UnverifiedInputs", "ChosenInHindsight"] },
        { Milestone.ConsentGiven, "2017-12-12", "Indeterminate: Rewarded or PartlyConditioned", ["MetConditionally", "Open or MetConditionally", "MetConditionally"],
            ["MetEarlier (release-case-3)", "UnverifiedInputs", "LinkageOnlyPolitical", "ChosenInHindsight"] },
        { Milestone.CouncilConcluded, "2020-01-20", "Indeterminate: Rewarded or AdvancedUnmet", ["MetConditionally", "Open or MetConditionally", "MetConditionally"],
            ["MetEarlier (release-case-1)", "MetEarlier (release-case-3)", "UnverifiedInputs", "ChosenInHindsight"] },
        { Milestone.EnteredIntoForce, "2020-03-01", "Indeterminate: Rewarded or AdvancedUnmet", ["MetConditionally", "Open or MetConditionally", "MetConditionally"],
            ["MetEarlier (release-case-1)", "MetEarlier (release-case-3)", "UnverifiedInputs", "ChosenInHindsight"] },
    };

    private static (Milestone Milestone, string Occurred, string Verdict, string[] Statuses, string[] Annotations)[] Golden { get; } = [.. Gates.Select(row => row.Data)];

    public static TheoryData<int> Versions { get; } = [.. RuleSetList.BuiltIn.All.Select(rules => rules.Version)];

    public static TheoryData<int, int> RowsThatChangeNothing { get; } =
        [.. Enumerable.Range(73, 42).Where(row => row is not (73 or 113)).SelectMany(_ => RuleSetList.BuiltIn.All, (row, rules) => (row, rules.Version))];

    private static AgreementVerdict Judge(IEnumerable<RecordedEvent> log, int version, Viewpoint? from = null) =>
        ConditionalityLedger.Of(CampaignState.Of(log, from ?? Viewpoints.Now), RuleSetList.BuiltIn.All.Single(rules => rules.Version == version), Rules.Memo).Agreements.Single();

    private static IEnumerable<RecordedEvent> Of(int row) => Check.Where(recorded => SampleFile.FactNumber(recorded.Id) == row);

    private static string Line(GateVerdict gate, bool dated = true) => string.Join(" | ",
        $"{gate.Milestone}{(dated ? $" {gate.Occurred}" : "")}",
        gate.Verdict == Verdict.Indeterminate ? $"Indeterminate: {string.Join(" or ", gate.Possible)}" : $"{gate.Verdict}",
        string.Join(", ", gate.Conditions.Select(condition => string.Join(" or ", condition.Statuses) + (condition.Regressed == InReadings.All ? " regressed" : ""))),
        string.Join(", ", gate.Annotations.Select(annotation => annotation.Text).Order(StringComparer.Ordinal)));

    // What an answer is, without the sentence, the day of a gate that is written more exactly, and the facts that it rests on.
    private static string Answer(AgreementVerdict verdict) =>
        string.Join('\n', verdict.Gates.Select(gate => $"{Line(gate, dated: false)} | {string.Join(", ", gate.Deciding)}").Append(verdict.Word.ToString()));

    private static string Expected((Milestone Milestone, string Occurred, string Verdict, string[] Statuses, string[] Annotations) gate) =>
        string.Join(" | ", $"{gate.Milestone} {gate.Occurred}", gate.Verdict, string.Join(", ", gate.Statuses), string.Join(", ", gate.Annotations.Order(StringComparer.Ordinal)));

    [Theory, MemberData(nameof(Versions))]
    public void The_gates_after_the_check_are_these_and_the_word_is_Mixed(int version)
    {
        After[version].Gates.Select(gate => Line(gate)).ShouldBe(Golden.Select(Expected));
        After[version].Word.ShouldBe(Word.Mixed);
    }

    [Theory, MemberData(nameof(Versions))]
    public void What_is_contested_of_Kuramshin_decides_the_last_three_gates(int version)
    {
        var contested = SampleFile.Checked.Single(recorded => recorded.Event is StatusContested { Subject: "case-2" }).Id;
        After[version].Gates.Where(gate => gate.Deciding.Count > 0).Select(gate => (gate.Milestone, gate.Deciding.Single()))
            .ShouldBe([(Milestone.ConsentGiven, contested), (Milestone.CouncilConcluded, contested), (Milestone.EnteredIntoForce, contested)]);
    }

    [Theory, MemberData(nameof(Versions))]
    public void Before_the_check_the_answer_is_as_it_was(int version)
    {
        var before = Judge(SampleFile.Checked, version, Viewpoints.Of(knowledge: SampleFile.Recorded.Count));
        before.Gates.Select(gate => Line(gate)).ShouldBe(GoldenRunTests.Gates.Select(row => Expected(row.Data)));
        before.Word.ShouldBe(Word.Mixed);
    }

    [Theory, MemberData(nameof(Versions))]
    public void The_check_gives_one_gate_and_one_annotation_more(int version)
    {
        var (before, after) = (Before[version].Gates.Select(gate => Line(gate, dated: false)).ToList(), After[version].Gates.Select(gate => Line(gate, dated: false)).ToList());
        after.Except(before).ShouldBe([Line(After[version].Gates[0], dated: false), Line(After[version].Gates[8], dated: false)]);
        before.Except(after).ShouldBe([Line(Before[version].Gates[0], dated: false)]);
        Before[version].Gates[0].Annotations.ShouldBeEmpty();
        After[version].Gates[0].Annotations.Select(annotation => annotation.Kind).ShouldBe([AnnotationKind.UnverifiedInputs]);
    }

    [Theory, MemberData(nameof(Versions))]
    public void As_of_a_day_before_the_new_gate_the_annotation_is_the_only_difference(int version)
    {
        var asOf = Viewpoints.Of(EdtfDate.Parse("2020-01-19"));
        var (before, after) = (Judge(SampleFile.Recorded, version, asOf), Judge(SampleFile.Checked, version, asOf));
        after.Gates.Skip(1).Select(gate => Line(gate, dated: false)).ShouldBe(before.Gates.Skip(1).Select(gate => Line(gate, dated: false)));
        after.Gates[0].Annotations.Select(annotation => annotation.Text).ShouldBe(["UnverifiedInputs"]);
    }

    [Theory, MemberData(nameof(RowsThatChangeNothing))]
    public void A_row_left_out_or_added_alone_changes_no_verdict_annotation_or_word(int row, int version)
    {
        Answer(Judge(SampleFile.Checked.Except(Of(row)), version)).ShouldBe(Answer(After[version]), "left out");
        Answer(Judge(SampleFile.Recorded.Concat(Of(row)), version)).ShouldBe(Answer(Before[version]), "added alone");
    }

    [Theory, MemberData(nameof(Versions))]
    public void The_disputed_day_of_the_mandate_alone_annotates_it(int version)
    {
        var (alone, without) = (Judge(SampleFile.Recorded.Concat(Of(73)), version), Judge(SampleFile.Checked.Except(Of(73)), version));
        Line(alone.Gates[0]).ShouldBe(Expected(Golden[0]));
        Line(without.Gates[0]).ShouldBe(Expected(Golden[0] with { Annotations = [] }));
        alone.Gates.Skip(1).Select(gate => Line(gate)).ShouldBe(Before[version].Gates.Skip(1).Select(gate => Line(gate)));
        without.Gates.Skip(1).Select(gate => Line(gate)).ShouldBe(After[version].Gates.Skip(1).Select(gate => Line(gate)));
    }

    [Theory, MemberData(nameof(Versions))]
    public void The_conclusion_by_the_Council_alone_is_one_gate_more(int version)
    {
        var (alone, without) = (Judge(SampleFile.Recorded.Concat(Of(113)), version), Judge(SampleFile.Checked.Except(Of(113)), version));
        Line(alone.Gates.Single(gate => gate.Milestone == Milestone.CouncilConcluded)).ShouldBe(Expected(Golden[8]));
        alone.Gates.Where(gate => gate.Milestone != Milestone.CouncilConcluded).Select(gate => Line(gate)).ShouldBe(Before[version].Gates.Select(gate => Line(gate)));
        without.Gates.Select(gate => Line(gate)).ShouldBe(After[version].Gates.Where(gate => gate.Milestone != Milestone.CouncilConcluded).Select(gate => Line(gate)));
    }

    [Theory, MemberData(nameof(Versions))]
    public void The_initialling_is_shown_with_its_exact_day(int version)
    {
        GateVerdict Initialled(AgreementVerdict verdict) => verdict.Gates.Single(gate => gate.Milestone == Milestone.Initialled);
        Initialled(Before[version]).Occurred.Text.ShouldBe("2015-01-20~");
        Initialled(Judge(SampleFile.Recorded.Concat(Of(86)), version)).Occurred.Text.ShouldBe("2015-01-20");
        Initialled(Judge(SampleFile.Checked.Except(Of(86)), version)).Occurred.Text.ShouldBe("2015-01-20~");
    }

    /// <summary>On the record alone the stricter regime of July 2015 is the only step away; the check finds the punishment cell of ten days before.</summary>
    [Theory, MemberData(nameof(Versions))]
    public void That_it_was_signed_despite_regression_rests_on_two_steps_after_the_check(int version)
    {
        Verdict Signed(IEnumerable<RecordedEvent> log) => Judge(log, version).Gates.Single(gate => gate.Milestone == Milestone.Signed).Verdict;
        var stricter = SampleFile.Recorded.Where(recorded => SampleFile.FactNumber(recorded.Id) == 52).ToList();

        Signed(SampleFile.Recorded.Except(stricter)).ShouldBe(Verdict.AdvancedUnmet);
        Signed(SampleFile.Checked.Except(stricter)).ShouldBe(Verdict.AdvancedDespiteRegression);
        Signed(SampleFile.Checked.Except(stricter).Except(Of(106))).ShouldBe(Verdict.AdvancedUnmet);
    }

    [Theory, MemberData(nameof(Versions))]
    public void The_check_recorded_twice_changes_nothing(int version)
    {
        var again = Check.Where(recorded => recorded.Event is EventCorrected || Domain.Catalogue.EventCatalogue.Of(recorded.Event).Opens is null)
            .Select((recorded, i) => recorded with { Id = Given.Id(1_000 + i), Sequence = SampleFile.Checked.Count + i + 1, RecordedAt = recorded.RecordedAt.AddDays(1) });
        Answer(Judge(SampleFile.Checked.Concat(again), version)).ShouldBe(Answer(After[version]));
    }

    // A correction comes after what it corrects: nothing else can be recorded.
    [Theory, MemberData(nameof(Versions))]
    public void The_order_in_which_it_is_recorded_changes_nothing(int version) =>
        Gen.Shuffle(SampleFile.Checked.ToArray()).Sample(shuffled =>
        {
            var log = shuffled.OrderBy(recorded => recorded.Event is EventCorrected).Select((recorded, i) => recorded with { Sequence = i + 1 });
            Answer(Judge(log, version)).ShouldBe(Answer(After[version]));
        }, iter: 10);
}
