using System.Text.Json;
using CampaignTracker.Domain.Conditionality.RuleSets;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Replay;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;
using CsCheck;

namespace CampaignTracker.Domain.Tests.Replay;

/// <summary>
/// Whoever may see public events alone is answered, in every way in which the replay can be asked, as if nothing else had ever been recorded.
/// </summary>
public class ClearanceProperties
{
    private static readonly Gen<(RandomHistory History, int Seed)> Any = Gen.Select(RandomHistory.Any, Gen.Int);

    [Fact]
    public void Every_view_is_drawn_as_if_nothing_restricted_were_recorded() => Check((log, all, seen, _) =>
    {
        foreach (var (name, draw) in Views) draw(seen).ShouldBe(draw(all), name);
    }, iter: 60);

    [Fact]
    public void A_difference_is_told_as_if_nothing_restricted_were_recorded() => Check((log, all, seen, random) =>
    {
        var asOf = RandomHistory.AnyDate(random);
        var (allThen, seenThen) = Both(log, Viewpoints.Of(asOf, random.Next(100, log.Count)));
        Told(Difference.Between(seenThen, seen, Rules.V1, Rules.Memo)).ShouldBe(Told(Difference.Between(allThen, all, Rules.V1, Rules.Memo)));
    }, iter: 40);

    [Fact]
    public void Why_is_told_as_if_nothing_restricted_were_recorded() => Check((log, all, seen, random) =>
    {
        var gates = ConditionalityLedger.Of(seen, Rules.V1, Rules.Memo).Agreements.SelectMany(agreement => agreement.Gates).ToList();
        if (gates.Count > 0 && gates[random.Next(gates.Count)].Event is var gate) Told(Why.OfGate(seen, gate, Rules.V1, Rules.Memo)).ShouldBe(Told(Why.OfGate(all, gate, Rules.V1, Rules.Memo)));
        Told(Why.OfStatus(seen, "demand-0", Rules.V1, Rules.Memo)).ShouldBe(Told(Why.OfStatus(all, "demand-0", Rules.V1, Rules.Memo)));
    }, iter: 40);

    [Fact]
    public void What_if_is_answered_as_if_nothing_restricted_were_recorded() => Check((log, all, seen, _) =>
    {
        // On a subject that the viewer may not see nothing can be supposed: for them it was never opened.
        if (seen.Knowledge.History("case-0")?.Opening is null) return;
        var supposed = new RecordedEvent(Guid.AllBitsSet, long.MaxValue, 1, DateTimeOffset.MaxValue, "alma", 0,
            new Cases.ReleaseAchieved(Cases.ReleaseManner.Pardon) { Campaign = "eu-kz", Subject = "case-0", Occurred = EdtfDate.Parse("2012-03-04") });
        string With(CampaignState state) => Told(Difference.Between(state,
            CampaignState.Of(log.Append(supposed).Where(e => state == all || e == supposed || seen.Knowledge.Fact(e.Id) is not null), state.Viewpoint with { Knowledge = null }), Rules.V1, Rules.Memo));
        With(seen).ShouldBe(With(all));
    }, iter: 40);

    [Fact]
    public void Frames_over_the_world_are_played_as_if_nothing_restricted_were_recorded() => Check((log, all, seen, _) =>
        Told(Frames.OverWorld(Visible(log, seen), Open, int.MaxValue, Rules.V1, Rules.Memo)).ShouldBe(Told(Frames.OverWorld(log, Cleared, int.MaxValue, Rules.V1, Rules.Memo))), iter: 40);

    [Fact]
    public void Frames_over_knowledge_are_what_is_seen_at_each_sequence_and_name_no_hidden_one() => Check((log, _, _, random) =>
    {
        var visible = Visible(log, CampaignState.Of(log, Cleared)).ToList();
        var frames = Frames.OverKnowledge(log, Cleared, 20, Rules.V1, Rules.Memo);
        var lines = new Dictionary<StatusKey, string>();
        foreach (var frame in frames.All)
        {
            foreach (var line in frame.Changes)
            {
                var key = new StatusKey(line.What, line.Subject, line.Event);
                if (line.Says is null) lines.Remove(key);
                else lines[key] = string.Join("|", line.Says.Says);
            }
            // What may not be seen in the end is seen in no frame.
            var (all, seen) = Both(visible, Viewpoints.Of(knowledge: frame.Sequence));
            seen.Knowledge.Fact(log[(int)frame.Sequence - 1].Id).ShouldNotBeNull();
            if (random.Next(3) == 0)
                lines.OrderBy(line => line.Key).Select(line => $"{line.Key} {line.Value}").ShouldBe(StatusSheet.Of(all, Rules.V1, Rules.Memo).Values.Select(line => $"{line.Key} {string.Join("|", line.Answer.Says)}"));
        }
    }, iter: 15);

    [Fact]
    public void The_history_of_an_answer_names_nothing_restricted() => Check((log, all, seen, random) =>
    {
        var hidden = log.Where(e => seen.Knowledge.Fact(e.Id) is null).ToList();
        foreach (var subject in new[] { "demand-0", "demand-4", "case-1" })
        {
            if (KnowledgeHistory.OfStatus(log, Cleared, subject, Rules.V1, Rules.Memo) is not { } history) continue;
            history.Spans.Select(span => span.FromSequence).ShouldAllBe(sequence => hidden.TrueForAll(e => e.Sequence != sequence));
            history.Spans.SelectMany(span => span.Causes).ShouldAllBe(cause => hidden.TrueForAll(e => e.Id != cause.Event && e.Id != cause.By));
        }
    }, iter: 15);

    [Fact]
    public void The_life_of_a_restricted_event_is_not_told() => Check((log, all, seen, _) =>
    {
        foreach (var e in log)
        {
            var told = EventLife.Of(all, e.Id);
            Told(told).ShouldBe(Told(EventLife.Of(seen, e.Id)));
            if (e.Event.Sensitivity != Sensitivity.Public) told.ShouldBeNull();
        }
    }, iter: 10);

    private static readonly Viewpoint Cleared = Viewpoints.Of(clearance: Sensitivity.Public);
    private static readonly Viewpoint Open = Viewpoints.Now;

    private static readonly (string Name, Func<CampaignState, string> Draw)[] Views =
    [
        ("status", state => Told(StatusSheet.Of(state, Rules.V1, Rules.Memo).Values)),
        ("conditionality", state => Told(ConditionalityLedger.Of(state, Rules.V1, Rules.Memo))), ("demands", state => Told(DemandBoard.Of(state))),
        ("resolutions", state => Told(ResolutionList.Of(state))), ("cases", state => Told(CaseList.Of(state))),
        ("restrictions", state => Told(RestrictionList.Of(state))), ("dialogues", state => Told(DialogueLog.Of(state))),
        ("agreements", state => Told(AgreementLadder.Of(state))), ("contested", state => Told(ContestedQueue.Of(state, Rules.V1, Rules.Memo))),
        ("expectations", state => Told(Expectations.Of(state))), ("assessments", state => Told(Assessments.Of(state, RuleSetList.BuiltIn, Rules.Memo))),
        ("timeline", state => Told(Timeline.Of(state))), ("summary", state => Told(CampaignSummary.Of(state))),
    ];

    /// <summary>Compares the state of a log with restricted events in it, for somebody who may not see them, with that of a log without them.</summary>
    private static void Check(Action<IReadOnlyList<RecordedEvent>, CampaignState, CampaignState, Random> holds, int iter) => Any.Sample((history, seed) =>
    {
        var random = new Random(seed);
        List<RecordedEvent> log = [.. history.Log.Select(e => random.Next(EventCatalogue.Of(e.Event).Opens is null ? 7 : 40) == 0 && e.Event.Subject != e.Event.Campaign
            ? e with { Event = e.Event with { Sensitivity = random.Next(2) == 0 ? Sensitivity.Internal : Sensitivity.Restricted } }
            : e)];
        var (all, seen) = Both(log, Viewpoints.Of(RandomHistory.AnyDate(random)));
        holds(log, all, seen, random);
    }, iter: iter);

    private static (CampaignState All, CampaignState Seen) Both(IReadOnlyList<RecordedEvent> log, Viewpoint viewpoint)
    {
        var all = CampaignState.Of(log, viewpoint with { Clearance = Sensitivity.Public });
        return (all, CampaignState.Of(Visible(log, all), viewpoint with { Clearance = Sensitivity.Public }));
    }

    private static IEnumerable<RecordedEvent> Visible(IEnumerable<RecordedEvent> log, CampaignState state) => log.Where(e => state.Knowledge.Fact(e.Id) is not null);

    private static string Told<T>(T answer) => JsonSerializer.Serialize(answer, ViewJson.Options);
}
