using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Amendments;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;
using Npgsql;

namespace CampaignTracker.Web.Tests.Recording;

/// <summary>
/// Two servers record on one database, and each remembers what it recorded itself: what the other has recorded since counts all the same.
/// </summary>
public sealed class TwoNodesTests(TwoNodesTests.TwoTrackers two, TestTrackers trackers) : TrackerTests(trackers), IClassFixture<TwoNodesTests.TwoTrackers>
{
    private readonly RunningTracker other = two.Other;

    public override async ValueTask InitializeAsync()
    {
        Tracker = two.One;
        await Opened(Written.Case(), Written.Case("case-2", "Roza Tuletaeva"), Written.Arrested());
        Remembered("case-1").ShouldBeTrue();
    }

    public override async ValueTask DisposeAsync()
    {
        // Whatever was tried, nobody took a place in the log and left it empty: the views would stand still before it.
        (await Tracker.Query<long>("select last_value - (select count(*) from tracker.mt_events) from tracker.mt_events_sequence")).ShouldBe(0);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task What_is_remembered_is_what_would_be_loaded()
    {
        var arrest = (await Record(Written.Arrested(), Written.Context(), Written.Released(), Written.Arrested("case-2"), Written.Released("case-2"))).Id();
        await Record(Written.Correction(arrest, "case-1", new() { ["place"] = "Almaty", ["occurred"] = "2012-01" }));
        await Record(Written.Retraction(arrest, "case-1"));
        await Record(Written.Arrested().With("recorded", new JsonObject { ["at"] = "2013-01-01T00:00:00Z", ["by"] = "anna", ["position"] = 3 }));

        var command = new RecordEvents(Campaign, Lines(Campaign, Written.Context(), Written.Arrested(), Written.Arrested("case-2")), RunningTracker.Recorder);
        var remembered = Surroundings.Recall(Tracker.Get<CampaignCache>(), command, new Wanted(command)).ShouldNotBeNull();
        var loaded = await Surroundings.LoadAsync(Tracker.Get<NpgsqlDataSource>(), command, new Wanted(command), TestContext.Current.CancellationToken);
        Shown(remembered).ShouldBe(Shown(loaded));
    }

    [Fact]
    public async Task What_the_other_recorded_comes_before()
    {
        (await other.Record(Campaign, Written.Released())).ShouldBe(HttpStatusCode.Created);
        var answer = (await Record(Written.Released())).ShouldBe(HttpStatusCode.Created);
        answer.Events[0]!["version"]!.GetValue<long>().ShouldBe(4);
        answer.Events[0]!["warnings"]!.ToJsonString().ShouldContain("likely_duplicate");
    }

    [Fact]
    public async Task A_version_that_the_other_reached_is_the_version_seen()
    {
        (await other.Record(Campaign, Written.Released())).ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Arrested("case-1", "2017").With("seenVersion", 2))).ShouldRefuse(HttpStatusCode.Conflict, "events[0].seenVersion newer_version");
        (await Record(Written.Arrested("case-1", "2017").With("seenVersion", 3))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_key_that_the_other_carried_out_is_answered_again()
    {
        var first = (await other.Record(Campaign, Written.Released(), key: "key-1")).ShouldBe(HttpStatusCode.Created);
        RepetitionTests.SameAnswer((await Tracker.Record(Campaign, Written.Released(), key: "key-1")).ShouldBe(HttpStatusCode.Created), first);
        (await Tracker.Record(Campaign, Written.Arrested(), key: "key-1")).ShouldRefuse(HttpStatusCode.Conflict, "Idempotency-Key key_reused");
    }

    [Fact]
    public async Task An_id_that_the_other_recorded_is_a_repetition()
    {
        var id = Guid.CreateVersion7().ToString();
        var first = (await other.Record(Campaign, Written.Released("case-2").With("id", id))).ShouldBe(HttpStatusCode.Created);
        RepetitionTests.SameAnswer((await Tracker.Record(Campaign, Written.Released("case-2").With("id", id))).ShouldBe(HttpStatusCode.Created), first);
        (await Record(Written.Released().With("id", id))).ShouldRefuse(HttpStatusCode.Conflict, "events[0].id id_taken");
    }

    [Fact]
    public async Task A_subject_that_the_other_retracted_takes_no_more_and_is_named_no_more()
    {
        var opening = await Tracker.Query<Guid>("select id from tracker.mt_events where stream_id = $1 and version = 1", $"{Campaign}/case-1");
        (await Record(Written.Demand("demand-1", about: "case-2"))).ShouldBe(HttpStatusCode.Created);
        (await other.Record(Campaign, Written.Retraction(opening.ToString(), "case-1"))).ShouldBe(HttpStatusCode.Created);

        (await Record(Written.Demand("demand-2", about: "case-1"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].about unopened_subject");
        (await Record(Written.Arrested())).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].subject unopened_subject");
    }

    [Fact]
    public async Task A_subject_that_the_other_opened_can_be_used()
    {
        (await other.Record(Campaign, Written.Case("case-3", "Vadim Kuramshin"))).ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Arrested("case-3"))).ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Case("case-3", "Vadim Kuramshin"))).ShouldRefuse(HttpStatusCode.Conflict, "events[0].subject already_open");
    }

    [Fact]
    public async Task An_event_that_the_other_corrected_is_known_as_corrected()
    {
        var arrest = (await Record(Written.Arrested("case-2"))).Id();
        (await other.Record(Campaign, Written.Correction(arrest, "case-2", new() { ["occurred"] = "2015" }))).ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Arrested("case-2"))).Events[0]!["warnings"]!.AsArray().ShouldBeEmpty();
        (await Record(Written.Arrested("case-2", "2015"))).Events[0]!["warnings"]!.ToJsonString().ShouldContain(arrest);
    }

    [Fact]
    public async Task An_identifier_that_the_other_gave_away_belongs_to_its_subject()
    {
        var text = (await Record(Written.Resolution("resolution-1", ("ta", "P7_TA(2013)0190")))).Id();
        (await other.Record(Campaign, Written.Resolution("resolution-2", ("celex", "52013IP0190")))).ShouldBe(HttpStatusCode.Created);
        var changes = new JsonObject { ["identifiers"] = Written.Identifiers(("ta", "P7_TA(2013)0190"), ("celex", "52013IP0190")) };
        (await Record(Written.Correction(text, "resolution-1", changes))).ShouldRefuse(HttpStatusCode.Conflict, "events[0].changes.identifiers identifier_known");
    }

    [Fact]
    public async Task Both_record_on_one_subject_at_once_and_nothing_is_lost()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            (i % 2 == 0 ? Tracker : other).Record(Campaign, Written.Arrested("case-1", $"2014-01-{i % 28 + 1:00}"), key: $"key-{i}")));
        answers.Select(answer => answer.ShouldBe(HttpStatusCode.Created).Events[0]!["version"]!.GetValue<long>()).Order().ShouldBe(Enumerable.Range(3, 40).Select(i => (long)i));
    }

    private bool Remembered(string subject)
    {
        var command = new RecordEvents(Campaign, Lines(Campaign, Written.Arrested(subject)), RunningTracker.Recorder);
        return Surroundings.Recall(Tracker.Get<CampaignCache>(), command, new Wanted(command)) is not null;
    }

    private static IReadOnlyList<EventLine> Lines(string campaign, params JsonObject[] events) =>
        EventBatchReader.ReadJson(JsonSerializer.SerializeToUtf8Bytes(new JsonArray(events)), campaign).Lines;

    private static IEnumerable<string> Shown(Surroundings known)
    {
        foreach (var (name, subject) in known.BySubject.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var e in subject.Events)
                yield return $"{name} {subject.Version} {subject.Bytes > 0} {JsonSerializer.Serialize(e with { Event = null! })} {Body(e.Event)}";
            foreach (var fact in subject.History?.Facts ?? []) yield return $"{name} {subject.History!.Kind} {fact.Id} {fact.Event.Occurred} {fact.Amendments.Count}";
        }
    }

    // The database keeps the new values of a correction in an order of its own.
    private static string Body(CampaignEvent e) => Encoding.UTF8.GetString(EventJson.Write(e)) is var body && e is EventCorrected ? string.Concat(body.Order()) : body;

    /// <summary>Two trackers on one database.</summary>
    public sealed class TwoTrackers(TestTrackers trackers) : IAsyncLifetime
    {
        public RunningTracker One { get; private set; } = null!;

        public RunningTracker Other { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var database = await trackers.NewDatabaseAsync();
            One = await RunningTracker.StartAsync(database, Nodes.Several);
            Other = await RunningTracker.StartAsync(database, Nodes.Several);
        }

        public async ValueTask DisposeAsync()
        {
            await Other.DisposeAsync();
            await One.DisposeAsync();
        }
    }
}
