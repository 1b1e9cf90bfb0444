using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Demands;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CsCheck;
using static CampaignTracker.Domain.Tests.Given;

namespace CampaignTracker.Domain.Tests.Record;

/// <summary>Random small histories: two cases, a demand, corrections and retractions of whatever came before, merges.</summary>
public class KnowledgeProperties
{
    private static readonly Gen<Sensitivity> AnySensitivity = Gen.Int[0, 5].Select(n => (Sensitivity)Math.Max(0, n - 3));

    private static readonly Gen<Action<Given>> Step = Gen.Select(Gen.Int[0, 9], Gen.Int[1, 40], Gen.Int[1, 40], AnySensitivity, AnySensitivity).Select(
        (kind, a, b, own, made) => (Action<Given>)(history =>
        {
            var (name, other) = a % 2 == 0 ? ("case-1", "case-2") : ("case-2", "case-1");
            var target = history.Log[a % history.Log.Count];
            void Record(string subject, CampaignEvent e) => history.Event(subject, e with { Sensitivity = own });
            switch (kind)
            {
                case 0: Record(name, new CaseOpened($"Person {b}") { Occurred = On("2012") }); break;
                case 1: Record(name, new Arrested($"{b}") { Occurred = On($"20{10 + b % 9}") }); break;
                case 2: Record("demand-1", new DemandIssued("Free them", "EP", ["KZ"], "urges", Force.Urge, "free", name) { Occurred = On("2013") }); break;
                case 3: Record("demand-1", new FulfilmentAssessed(Fulfilment.Met, "R", [target.Id]) { Occurred = On("2015") }); break;
                case 4: Record(name, new SubjectMerged(other) { Occurred = On("2026") }); break;
                case 5: Record(target.Event.Subject, new EventRetracted(target.Id, "x") { Occurred = On("2026") }); break;
                case 6: Record(target.Event.Subject, Correction(target, ("sensitivity", made))); break;
                case 7: Record(target.Event.Subject, Correction(target, ("sensitivity", made), ("note", $"{b}"))); break;
                case 8: Record(target.Event.Subject, Correction(target, ("occurred", $"20{10 + b % 9}"))); break;
                default: Record(target.Event.Subject, Correction(target, ("about", name), ("by", $"{b}"))); break;
            }
        }));

    private static readonly Gen<Given> History = Step.Array[0, 25].Select(steps =>
    {
        var history = new Given().ACase("case-1");
        foreach (var step in steps) step(history);
        return history;
    });

    private static EventCorrected Correction(RecordedEvent target, params (string, object?)[] changes) =>
        new(target.Id, Changes(changes), "x") { Occurred = On("2026") };

    [Fact]
    public void What_is_known_is_what_the_plain_reading_of_the_rules_says() => Gen.Select(History, Gen.Int[0, 30], AnySensitivity).Sample((history, k, clearance) =>
        Shown(history.Known(k, clearance)).ShouldBe(PlainKnowledge.Of(history.Log, k, clearance)), iter: 300);

    [Fact]
    public void The_order_in_which_events_are_read_changes_nothing() => Gen.Select(History, Gen.Int, AnySensitivity).Sample((history, seed, clearance) =>
    {
        var shuffled = history.Log.ToArray();
        new Random(seed).Shuffle(shuffled);
        Shown(Knowledge.At(shuffled, upTo: null, clearance)).ShouldBe(Shown(history.Known(clearance: clearance)));
    }, iter: 300);

    [Fact]
    public void A_story_with_one_more_fact_is_the_story_of_them_all() => Gen.Select(History, Gen.Int[0, 25]).Sample((history, n) =>
    {
        foreach (var one in history.Known().Histories.Where(each => each.Facts.Count > 0))
        {
            var more = one.Facts[n % one.Facts.Count];
            var grown = new SubjectHistory(one.Name, one.Facts.Where(fact => fact.Id != more.Id)).With(more);
            grown.Facts.ShouldBe(one.Facts);

            // Also of one that was counted before, and where the fact repeats another.
            var counted = new SubjectHistory(one.Name, one.Recordings.Where(fact => fact.Id != more.Id));
            _ = counted.Facts;
            var told = counted.With(more);
            told.Facts.ShouldBe(one.Facts);
            var twin = more with { Recorded = more.Recorded with { Id = Guid.AllBitsSet } };
            var again = one.With(twin);
            again.Facts.ShouldBe(one.Facts);
            again.With(more with { Recorded = more.Recorded with { Id = Guid.Empty } }).CountedFor(twin.Id).ShouldBe(Guid.Empty);
            // What it is follows from every recording: of two that say the same, one may have been recorded on what was merged into it.
            (told.Kind, told.Title, told.TakenOver.Count).ShouldBe((one.Kind, one.Title, one.TakenOver.Count));
            (told.Opening is { } opening ? EventJson.Content(opening.Event) : null).ShouldBe(one.Opening is { } own ? EventJson.Content(own.Event) : null);
        }
    }, iter: 300);

    [Fact]
    public void Nothing_recorded_after_K_matters() => Gen.Select(History, Step.Array[1, 5], AnySensitivity).Sample((history, later, clearance) =>
    {
        var k = history.Log.Count;
        var before = Shown(history.Known(k, clearance));
        foreach (var step in later) step(history);
        Shown(history.Known(k, clearance)).ShouldBe(before);
    }, iter: 300);

    [Fact]
    public void A_correction_and_its_reverse_cancel() => Gen.Select(History, Gen.Int[0, 40]).Sample((history, pick) =>
    {
        var target = history.Log[pick % history.Log.Count];
        var before = history.Fact(target.Id).Event;
        history.Correct(target.Id, ("note", "changed"), ("occurred", "1999"));
        history.Fact(target.Id).Event.Occurred.ShouldBe(On("1999"));
        history.Correct(target.Id, ("note", before.Note), ("occurred", before.Occurred));
        EventJson.Write(history.Fact(target.Id).Event).ShouldBe(EventJson.Write(before));
    }, iter: 300);

    [Fact]
    public void A_retraction_and_its_retraction_cancel() => Gen.Select(History, Gen.Int[0, 40], AnySensitivity).Sample((history, pick, clearance) =>
    {
        var before = Shown(history.Known());
        history.Retract(history.Log[pick % history.Log.Count].Id);
        history.Retract(history.Last.Id);
        Shown(history.Known()).Take(before.Count).ShouldBe(before);
    }, iter: 300);

    [Fact]
    public void A_viewer_never_sees_what_lies_above_the_clearance() => Gen.Select(History, AnySensitivity).Sample((history, clearance) =>
    {
        var (seen, all) = (history.Known(clearance: clearance), history.Known());
        seen.Facts.ShouldAllBe(fact => fact.Event.Sensitivity <= clearance && fact.Recorded.Event.Sensitivity <= clearance
            && all.Fact(fact.Id)!.Event.Sensitivity <= clearance && fact.Amendments.All(amendment => seen.Fact(amendment.Id) != null));
    }, iter: 300);

    [Fact]
    public void Who_may_see_more_sees_all_that_others_see() => History.Sample(history =>
    {
        var ids = Enum.GetValues<Sensitivity>().Select(clearance => history.Known(clearance: clearance).Facts.Select(fact => fact.Id).ToHashSet()).ToList();
        var told = string.Join("\n", history.Log.Select(e => PlainKnowledge.Line(e.Sequence, e.Event, false)));
        ids[0].IsSubsetOf(ids[1]).ShouldBeTrue(told);
        ids[1].IsSubsetOf(ids[2]).ShouldBeTrue(told);
    }, iter: 300);

    private static List<string> Shown(Knowledge known) => [.. known.Facts.Select(fact =>
        PlainKnowledge.Line(fact.Recorded.Sequence, fact.Event, fact.Retracted))];
}
