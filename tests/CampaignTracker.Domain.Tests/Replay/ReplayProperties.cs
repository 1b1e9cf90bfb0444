using CampaignTracker.Domain.Conditionality;
using CampaignTracker.Domain.Corrections;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Tests.Corrections;
using CampaignTracker.Domain.Views;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Replay;

/// <summary>What holds of every replay of every history.</summary>
public class ReplayProperties
{
    private static readonly Gen<(RandomHistory History, int Seed)> Any = Gen.Select(RandomHistory.Any, Gen.Int);

    [Fact]
    public void What_is_known_is_what_a_plain_reading_of_the_log_says() => Any.Sample((history, seed) =>
    {
        var k = history.AnyKnowledge(new Random(seed));
        var known = Knowledge.At(history.Log, k);
        known.Facts.Select(fact => PlainKnowledge.Line(fact.Recorded.Sequence, fact.Event, fact.Retracted))
            .ShouldBe(PlainKnowledge.Of(history.Log, k, Sensitivity.Restricted));
    }, iter: 200);

    [Fact]
    public void The_order_in_which_events_are_read_changes_no_status() => Any.Sample((history, seed) =>
    {
        var random = new Random(seed);
        var viewpoint = history.AnyViewpoint(random);
        var shuffled = history.Log.ToArray();
        random.Shuffle(shuffled);
        Lines(shuffled, viewpoint).ShouldBe(Lines(history.Log, viewpoint));
    }, iter: 2_500);

    [Fact]
    public void An_event_recorded_after_K_changes_no_status() => Any.Sample((history, seed) =>
    {
        var viewpoint = history.AnyViewpoint(new Random(seed));
        Lines(history.Log.Take((int)viewpoint.Knowledge!.Value), viewpoint with { Knowledge = null }).ShouldBe(Lines(history.Log, viewpoint));
    }, iter: 2_500);

    [Fact]
    public void A_correction_and_its_reverse_cancel() => Any.Sample((history, seed) =>
    {
        var random = new Random(seed);
        var facts = Knowledge.At(history.Log).Facts.Where(fact => fact.Recorded.Event is not (EventCorrected or EventRetracted)).ToList();
        var fact = facts[random.Next(facts.Count)];
        var before = Lines(history.Log, Viewpoint.Now);
        var subject = fact.Recorded.Event.Subject;
        history.Add(subject, new EventCorrected(fact.Id, Given.Changes(("occurred", "2010-01")), "x") { Occurred = FuzzyDate.Parse("2026") });
        history.Add(subject, new EventCorrected(fact.Id, Given.Changes(("occurred", fact.Event.Occurred)), "x") { Occurred = FuzzyDate.Parse("2026") });
        Lines(history.Log, Viewpoint.Now).ShouldBe(before);
    }, iter: 1_500);

    [Fact]
    public void A_retraction_that_is_retracted_cancels() => Any.Sample((history, seed) =>
    {
        var target = history.Log[new Random(seed).Next(1, history.Log.Count)];
        var before = Lines(history.Log, Viewpoint.Now);
        var retraction = history.Add(target.Event.Subject, new EventRetracted(target.Id, "x") { Occurred = FuzzyDate.Parse("2026") });
        history.Add(target.Event.Subject, new EventRetracted(retraction.Id, "x") { Occurred = FuzzyDate.Parse("2026") });
        Lines(history.Log, Viewpoint.Now).ShouldBe(before);
    }, iter: 1_500);

    [Fact]
    public void What_is_asked_alone_is_what_the_whole_picture_says() => Any.Sample((history, seed) =>
    {
        var picture = Picture.Of(history.Log, history.AnyViewpoint(new Random(seed)));
        foreach (var (key, line) in StatusSheet.Of(picture)) Difference.Same(StatusSheet.Line(picture, key), line).ShouldBeTrue($"{key}");
    }, iter: 300);

    [Fact]
    public void A_status_sheet_says_what_the_views_say() => Any.Sample((history, seed) =>
    {
        var picture = Picture.Of(history.Log, history.AnyViewpoint(new Random(seed)));
        var sheet = StatusSheet.Of(picture);
        foreach (var demand in DemandBoard.Of(picture).Demands)
            sheet[new StatusKey(StatusKind.Fulfilment, demand.Name)].Says.ShouldBe(demand.Possible.Select(rank => rank.ToString()));
        foreach (var agreement in RuleSet1.Judge(picture).Agreements)
        {
            sheet[new StatusKey(StatusKind.Word, agreement.Agreement)].Says.ShouldBe(agreement.PossibleWords.Select(word => word.ToString()));
            foreach (var gate in agreement.Gates)
                sheet[new StatusKey(StatusKind.Annotations, agreement.Agreement, gate.Event)].Says.ShouldBe(gate.Annotations.Select(annotation => annotation.Text));
        }
    }, iter: 1_000);

    private static List<string> Lines(IEnumerable<RecordedEvent> log, Viewpoint viewpoint) =>
        [.. StatusSheet.Of(Picture.Of(log, viewpoint)).Values.Select(line => $"{line.Key} {string.Join("|", line.Says)}")];
}
