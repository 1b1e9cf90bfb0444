using CampaignTracker.Domain.Agreements;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Statuses;
using CampaignTracker.Web.Components.Picture;

namespace CampaignTracker.Web.Tests.Components.Picture;

/// <summary>What the picture says is what was judged, whatever was recorded.</summary>
public sealed class PictureContentTests
{
    private const int Histories = 120;

    private static readonly Lazy<List<RandomAgreement>> All =
        new(() => [.. Enumerable.Range(1, Histories).Select(seed => RandomAgreement.Of(seed, seed % 12, seed % 7, seed % 5 > 0))]);

    private static List<RandomAgreement> Some => All.Value;

    [Fact]
    public void The_sign_of_a_condition_at_a_step_is_its_status_there()
    {
        var seen = new HashSet<ConditionSign>();
        foreach (var one in Some)
        {
            var content = one.Content;
            foreach (var step in content.Before.Concat(content.Steps))
            {
                var gate = one.Verdict.Gates.Single(gate => gate.Event == step.Event);
                var counted = !PictureStep.IsJudged(gate.Verdict) ? [] : gate.Conditions.Where(condition => condition is { Requirement: Requirement.Necessary, Counts: not InReadings.None }).ToList();
                step.States.Keys.ShouldBe(counted.Select(condition => condition.Demand), ignoreOrder: true);
                foreach (var condition in counted)
                {
                    var sign = step.States[condition.Demand].Sign;
                    seen.Add(sign);
                    (sign == ConditionSign.Worse).ShouldBe(condition.Regressed == InReadings.All);
                    (sign == ConditionSign.DeliveredNow).ShouldBe(condition is { MetEnough: InReadings.All, Improved: InReadings.All, Regressed: InReadings.None });
                    if (sign == ConditionSign.DeliveredEarlier) condition.MetEnough.ShouldBe(InReadings.All);
                    if (sign == ConditionSign.NotDelivered) condition.Statuses.ShouldAllBe(rank => rank == Rank.Open);
                    if (sign is ConditionSign.NotDelivered or ConditionSign.Partly) condition.MetEnough.ShouldBe(InReadings.None);
                }
            }
        }
        seen.Count.ShouldBe(Enum.GetValues<ConditionSign>().Length);
    }

    [Fact]
    public void The_eye_can_check_the_word_of_a_step_in_its_column()
    {
        foreach (var step in Some.SelectMany(one => one.Content.Steps))
        {
            var signs = step.States.Values.Select(state => state.Sign).ToList();
            if (step.Verdict == Verdict.AdvancedDespiteRegression) signs.ShouldContain(ConditionSign.Worse, step.Title);
            if (step.Verdict == Verdict.Rewarded) signs.ShouldAllBe(sign => sign == ConditionSign.DeliveredNow || sign == ConditionSign.DeliveredEarlier);
            if (step.Verdict == Verdict.AdvancedUnmet) signs.ShouldNotContain(ConditionSign.DeliveredNow, step.Title);
            if (step.Verdict is Verdict.NotLinked or Verdict.LinkedWithoutConditions) signs.ShouldBeEmpty(step.Title);
        }
    }

    [Fact]
    public void What_is_counted_at_a_step_are_its_ticks()
    {
        foreach (var step in Some.SelectMany(one => one.Content.Steps).Where(step => step.Count is not null))
        {
            var ticks = step.States.Values.Count(state => state.Sign is ConditionSign.DeliveredNow or ConditionSign.DeliveredEarlier);
            var open = step.States.Values.Count(state => state.Sign == ConditionSign.CannotBeTold);
            step.Count.ShouldBe(open switch { 0 => $"{ticks} of {step.States.Count}", 1 => $"{ticks} or {ticks + 1}", _ => $"{ticks} to {ticks + open}" });
        }
    }

    [Fact]
    public void The_title_counts_the_steps_that_are_judged()
    {
        foreach (var content in Some.Select(one => one.Content))
        {
            var judged = content.Steps.Count(step => PictureStep.IsJudged(step.Verdict));
            if (judged == 0) content.Finding.ShouldStartWith("No step");
            else content.Finding.ShouldContain($"of {judged} steps");
            content.Steps.Where(step => PictureStep.IsJudged(step.Verdict)).Select(step => step.Number).ShouldBe(Enumerable.Range(1, judged).Cast<int?>());
        }
    }

    [Fact]
    public void Every_step_is_shown_once_and_none_before_the_promise_stands_in_a_column_of_its_own()
    {
        foreach (var one in Some)
        {
            var content = one.Content;
            content.Before.Concat(content.Steps).Select(step => step.Event).ShouldBe(one.Verdict.Gates.Select(gate => gate.Event));
            content.Before.ShouldAllBe(step => step.Verdict == Verdict.NotLinked);
            if (content.Before.Count > 0) content.Steps[0].Verdict.ShouldNotBe(Verdict.NotLinked);
        }
    }

    [Fact]
    public void What_is_told_on_a_band_is_what_decides_or_goes_back()
    {
        var told = 0;
        foreach (var one in Some)
        {
            var known = one.Verdict.Gates.SelectMany(gate => gate.Deciding.Concat(gate.Conditions.SelectMany(
                condition => condition.Evidence.Concat(condition.Steps.Select(step => step.Event))))).ToHashSet();
            var first = one.Verdict.Gates.FirstOrDefault(gate => PictureStep.IsJudged(gate.Verdict))?.Occurred.Earliest ?? DateOnly.MaxValue;
            foreach (var change in one.Content.Lines.SelectMany(line => line.Changes))
            {
                (known.Contains(change.Event) || change.At.Latest < first).ShouldBeTrue(change.Title);
                told++;
            }
        }
        told.ShouldBeGreaterThan(Histories / 3);
    }

    [Fact]
    public void Two_conditions_of_one_name_are_two_and_say_what_tells_them_apart()
    {
        foreach (var content in Some.Select(one => one.Content))
        {
            content.Lines.Select(line => line.Demand).ShouldBeUnique();
            foreach (var alike in content.Lines.GroupBy(line => line.Name).Where(group => group.Count() > 1)) alike.ShouldAllBe(line => line.Role != null);
        }
    }

    [Fact]
    public void An_agreement_without_promise_steps_or_conditions_says_so()
    {
        RandomAgreement.Of(1, steps: 0, conditions: 0, promised: false).Content.Finding.ShouldBe("No step has been taken yet");
        var unpromised = RandomAgreement.Of(1, steps: 4, conditions: 2, promised: false).Content;
        unpromised.Finding.ShouldStartWith("No step can be judged");
        unpromised.Steps.Count.ShouldBe(4);
        unpromised.Steps.ShouldAllBe(step => step.Word == "no promise yet");
        var unconditional = RandomAgreement.Of(3, steps: 4, conditions: 0).Content;
        unconditional.Steps.ShouldAllBe(step => step.Word == "promise without conditions");
        unconditional.Steps.ShouldAllBe(step => step.Count == null);
    }
}
