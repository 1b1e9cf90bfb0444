using System.Text.Json;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Tests.Record;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Replay;

/// <summary>What holds of every replay of every history.</summary>
public class ReplayProperties
{
    private static readonly Gen<(RandomHistory History, int Seed)> Any = Gen.Select(RandomHistory.Any, Gen.Int);

    [Fact]
    public void What_is_known_at_V_and_K_is_what_a_plain_reading_of_the_log_says() => Any.Sample((history, seed) =>
    {
        var k = history.AnyKnowledge(new Random(seed));
        var known = Knowledge.At(history.Log, k, Sensitivity.Restricted);
        known.Facts.Select(fact => PlainKnowledge.Line(fact.Recorded.Sequence, fact.Event, fact.Retracted))
            .ShouldBe(PlainKnowledge.Of(history.Log, k, Sensitivity.Restricted));
        var v = RandomHistory.AnyDate(new Random(seed));
        var state = CampaignState.Of(history.Log, Viewpoints.Of(v, k));
        known.Histories.SelectMany(history => state.History(history.Name)!.Recordings).OrderBy(fact => fact.Recorded.Sequence)
            .Select(fact => PlainKnowledge.Line(fact.Recorded.Sequence, fact.Event, retracted: false))
            .ShouldBe(PlainKnowledge.Of(history.Log, k, v));
    }, iter: 200);

    [Fact]
    public void The_order_of_recording_changes_no_status() => Any.Sample((history, seed) =>
    {
        var random = new Random(seed);
        var viewpoint = Viewpoints.Of(RandomHistory.AnyDate(random));
        // What is said of the record comes after what it is said of, the latest holds, and one batch has its own order.
        var facts = history.Log.Where(e => !new Fact(e, e.Event, [], false).IsKnowledge).ToArray();
        random.Shuffle(facts);
        var anew = facts.Concat(history.Log.Where(e => new Fact(e, e.Event, [], false).IsKnowledge)).Select((e, i) => e with { Sequence = i + 1, Version = i + 1 });
        Lines(anew, viewpoint).ShouldBe(Lines(history.Log, viewpoint));
    }, iter: 1_500);

    [Fact]
    public void The_order_in_which_events_are_read_changes_no_status() => Any.Sample((history, seed) =>
    {
        var random = new Random(seed);
        var viewpoint = history.AnyViewpoint(random);
        var shuffled = history.Log.ToArray();
        random.Shuffle(shuffled);
        Lines(shuffled, viewpoint).ShouldBe(Lines(history.Log, viewpoint));
    }, iter: 1_000);

    [Fact]
    public void A_fact_recorded_twice_changes_no_view() => Any.Sample((history, seed) =>
    {
        var state = CampaignState.Of(history.Log, Viewpoints.Now);
        var facts = state.Knowledge.Facts.Where(fact => !fact.Retracted && fact.Recorded.Event is not (EventCorrected or EventRetracted or SubjectMerged)
            && EventCatalogue.Of(fact.Event).Opens is null).ToList();
        var fact = facts[new Random(seed).Next(facts.Count)];
        var twin = fact.Recorded with { Id = Guid.AllBitsSet, Sequence = history.Log.Count + 1, Event = fact.Event with { Subject = fact.Recorded.Event.Subject, Note = "again" } };
        var again = CampaignState.Of(history.Log.Append(twin), Viewpoints.Now);
        Lines(again).ShouldBe(Lines(state), $"{fact.Event}");
        foreach (var draw in Views) draw(again).ShouldBe(draw(state), $"{fact.Event}");
        // Every claim is tried: as much work as all the other views.
        if (seed % 3 == 0) Told(ContestedQueue.Of(again, Rules.V1, Rules.Memo)).ShouldBe(Told(ContestedQueue.Of(state, Rules.V1, Rules.Memo)), $"{fact.Event}");
    }, iter: 600);

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
        var facts = Knowledge.At(history.Log, upTo: null, Sensitivity.Restricted).Facts.Where(fact => fact.Recorded.Event is not (EventCorrected or EventRetracted)).ToList();
        var fact = facts[random.Next(facts.Count)];
        var before = Lines(history.Log, Viewpoints.Now);
        var subject = fact.Recorded.Event.Subject;
        history.Add(subject, new EventCorrected(fact.Id, Given.Changes(("occurred", "2010-01")), "x") { Occurred = EdtfDate.Parse("2026") });
        history.Add(subject, new EventCorrected(fact.Id, Given.Changes(("occurred", fact.Event.Occurred)), "x") { Occurred = EdtfDate.Parse("2026") });
        Lines(history.Log, Viewpoints.Now).ShouldBe(before);
    }, iter: 1_000);

    [Fact]
    public void A_retraction_that_is_retracted_cancels() => Any.Sample((history, seed) =>
    {
        var target = history.Log[new Random(seed).Next(1, history.Log.Count)];
        var before = Lines(history.Log, Viewpoints.Now);
        var retraction = history.Add(target.Event.Subject, new EventRetracted(target.Id, "x") { Occurred = EdtfDate.Parse("2026") });
        history.Add(target.Event.Subject, new EventRetracted(retraction.Id, "x") { Occurred = EdtfDate.Parse("2026") });
        Lines(history.Log, Viewpoints.Now).ShouldBe(before);
    }, iter: 1_000);

    [Fact]
    public void What_is_asked_alone_is_what_the_whole_picture_says() => Any.Sample((history, seed) =>
    {
        var state = CampaignState.Of(history.Log, history.AnyViewpoint(new Random(seed)));
        foreach (var (key, line) in StatusSheet.Of(state, Rules.V1, Rules.Memo)) Difference.Same(StatusSheet.Line(state, key, Rules.V1, Rules.Memo), line).ShouldBeTrue($"{key}");
    }, iter: 300);

    [Fact]
    public void A_status_sheet_says_what_the_views_say() => Any.Sample((history, seed) =>
    {
        var state = CampaignState.Of(history.Log, history.AnyViewpoint(new Random(seed)));
        var sheet = StatusSheet.Of(state, Rules.V1, Rules.Memo);
        foreach (var demand in DemandBoard.Of(state).Demands)
            sheet[new StatusKey(StatusKind.Fulfilment, demand.Name)].Answer.Says.ShouldBe(demand.Possible.Select(rank => rank.ToString()));
        foreach (var agreement in ConditionalityLedger.Of(state, Rules.V1, Rules.Memo).Agreements)
        {
            sheet[new StatusKey(StatusKind.Word, agreement.Agreement)].Answer.Says.ShouldBe(agreement.PossibleWords.Select(word => word.ToString()));
            foreach (var gate in agreement.Gates)
                sheet[new StatusKey(StatusKind.Annotations, agreement.Agreement, gate.Event)].Answer.Says.ShouldBe(gate.Annotations.Select(annotation => annotation.Text));
        }
    }, iter: 1_000);

    [Fact]
    public void Live_equals_replay() => RandomHistory.Any.Sample(history =>
    {
        // The live answer is taken forward batch by batch, as it was recorded.
        var live = new Dictionary<StatusKey, string>();
        foreach (var line in Frames.OverKnowledge(history.Log, Viewpoints.Now, int.MaxValue, Rules.V1, Rules.Memo).All.SelectMany(frame => frame.Changes))
        {
            var key = new StatusKey(line.What, line.Subject, line.Event);
            if (line.Says is null) live.Remove(key);
            else live[key] = string.Join("|", line.Says.Says);
        }
        live.OrderBy(line => line.Key).Select(line => $"{line.Key} {line.Value}").ShouldBe(Lines(history.Log, Viewpoints.Of(knowledge: history.Log.Count)));
    }, iter: 200);

    private static readonly Func<CampaignState, string>[] Views =
    [
        state => Told(DemandBoard.Of(state)), state => Told(CaseList.Of(state)), state => Told(RestrictionList.Of(state)),
        state => Told(DialogueLog.Of(state)), state => Told(AgreementLadder.Of(state)),
        state => Told(Expectations.Of(state)), state => Told(ResolutionList.Of(state)),
    ];

    private static string Told<T>(T view) => JsonSerializer.Serialize(view, ViewJson.Options);

    private static List<string> Lines(IEnumerable<RecordedEvent> log, Viewpoint viewpoint) => Lines(CampaignState.Of(log, viewpoint));

    private static List<string> Lines(CampaignState state) => [.. StatusSheet.Of(state, Rules.V1, Rules.Memo).Values.Select(line => $"{line.Key} {string.Join("|", line.Answer.Says)}")];
}
