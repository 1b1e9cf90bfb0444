using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CsCheck;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Replay;

/// <summary>Differences between two random points of random histories.</summary>
public class DifferenceProperties
{
    [Theory]
    [InlineData(1, 150)]
    [InlineData(2, 30)]
    public void The_causes_of_all_changes_turn_the_first_picture_into_the_second(int version, int iter) => Gen.Select(RandomHistory.Any, Gen.Int).Sample((history, seed) =>
    {
        var (random, rules) = (new Random(seed), RuleSetList.BuiltIn.All.Single(rules => rules.Version == version));
        var (from, to) = (CampaignState.Of(history.Log, history.AnyViewpoint(random)), CampaignState.Of(history.Log, history.AnyViewpoint(random)));
        var difference = Difference.Between(from, to, rules, Rules.Memo);
        var causes = difference.Changes.SelectMany(change => change.Causes).Concat(difference.Offsetting)
            .Select(cause => cause.Event ?? CounterfactualState.Time).ToHashSet();
        Lines(new CounterfactualState(from, to, rules, Rules.Memo, CounterfactualState.MaxTrials).With(causes), rules).ShouldBe(Lines(to, rules));
    }, iter: iter);

    [Fact]
    public void That_the_opening_of_what_a_demand_is_about_was_retracted_is_a_cause_before_its_day()
    {
        var given = new Given().Event("case-1", new CaseOpened("Vladimir Kozlov") { Occurred = On("2015") });
        var opening = given.Last.Id;
        given.ADemand("demand-1", about: "case-1").Event("demand-1", new FulfilmentAssessed(Fulfilment.Met, "IPHR") { Occurred = On("2014-01-10") });
        var from = CampaignState.Of(given.Log, Viewpoints.Of(On("2014")));
        var to = CampaignState.Of(given.Retract(opening).Log, Viewpoints.Of(On("2014")));
        var change = Difference.Between(from, to, Rules.V1, Rules.Memo).Changes.Single(change => change.What == StatusKind.Fulfilment);
        (change.Before, change.After).ShouldSatisfyAllConditions(_ => change.Before!.Says.ShouldBe(["Open"]), _ => change.After!.Says.ShouldBe(["Met"]));
        change.Causes.Select(cause => (cause.Kind, cause.Event)).ShouldBe([(CauseKind.Retracted, (Guid?)opening)]);
    }

    [Fact]
    public void Every_change_has_a_cause_and_without_it_the_answer_is_another() => Gen.Select(RandomHistory.Any, Gen.Int).Sample((history, seed) =>
    {
        var random = new Random(seed);
        var (from, to) = (CampaignState.Of(history.Log, history.AnyViewpoint(random)), CampaignState.Of(history.Log, history.AnyViewpoint(random)));
        var mixture = new CounterfactualState(from, to, Rules.V1, Rules.Memo, CounterfactualState.MaxTrials);
        var difference = Difference.Between(from, to, Rules.V1, Rules.Memo);
        difference.Changes.ShouldAllBe(change => change.Causes.Count > 0);
        if (!difference.Exact || difference.Changes.Count == 0) return;
        // Of what alone makes a change, none can be left out.
        var change = difference.Changes[random.Next(difference.Changes.Count)];
        var key = new StatusKey(change.What, change.Subject, change.Event);
        var causes = change.Causes.Select(cause => cause.Event ?? CounterfactualState.Time).ToHashSet();
        if (!Gives(causes)) return;
        foreach (var cause in causes) Gives(causes.Where(other => other != cause)).ShouldBeFalse($"{change} without {cause}");

        // A gate with nothing to be said of it is not the same as no gate.
        bool Gives(IEnumerable<Guid> some) => StatusSheet.Line(mixture.With(some.ToHashSet()), key, Rules.V1, Rules.Memo)?.Answer is { } says ? says.Equals(change.After) : change.After is null;
    }, iter: 60);

    [Fact]
    public void Where_not_every_event_can_be_tried_the_causes_are_enough_and_it_is_said() => Gen.Select(RandomHistory.Any, Gen.Int[0, 200]).Sample((history, most) =>
    {
        var (from, to) = (CampaignState.Of(history.Log, Viewpoints.Of(knowledge: 60)), CampaignState.Of(history.Log, Viewpoints.Now));
        var difference = Difference.Between(from, to, Rules.V1, Rules.Memo, null, most);
        difference.Exact.ShouldBeFalse();
        Difference.Between(from, to, Rules.V1, Rules.Memo, null, int.MaxValue).Exact.ShouldBeTrue();
        var causes = difference.Changes.SelectMany(change => change.Causes).Concat(difference.Offsetting).Select(cause => cause.Event ?? CounterfactualState.Time).ToHashSet();
        Lines(new CounterfactualState(from, to, Rules.V1, Rules.Memo, CounterfactualState.MaxTrials).With(causes)).ShouldBe(Lines(to));
    }, iter: 10);

    [Fact]
    public void Differences_compose() => Gen.Select(RandomHistory.Any, Gen.Int).Sample((history, seed) =>
    {
        var random = new Random(seed);
        var pictures = Enumerable.Range(0, 3).Select(_ => CampaignState.Of(history.Log, history.AnyViewpoint(random))).ToList();
        var lines = StatusSheet.Of(pictures[0], Rules.V1, Rules.Memo).ToDictionary(pair => pair.Key, pair => pair.Value.Answer);
        foreach (var (from, to) in pictures.Zip(pictures.Skip(1)))
        {
            foreach (var change in Difference.Between(from, to, Rules.V1, Rules.Memo).Changes)
            {
                var key = new StatusKey(change.What, change.Subject, change.Event);
                lines.GetValueOrDefault(key).ShouldBe(change.Before);
                if (change.After is null) lines.Remove(key);
                else lines[key] = change.After;
            }
        }
        lines.OrderBy(line => line.Key).Select(line => $"{line.Key} {string.Join("|", line.Value.Says)}").ShouldBe(Lines(pictures[2]));
    }, iter: 60);

    private static List<string> Lines(CampaignState state, IRuleSet? rules = null) => [.. StatusSheet.Of(state, rules ?? Rules.V1, Rules.Memo).Values.Select(line => $"{line.Key} {string.Join("|", line.Answer.Says)}")];
}
