using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Recording;

/// <summary>A request that is sent again, because its answer was lost, stores nothing twice.</summary>
public sealed class RepetitionTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task The_same_key_and_body_give_the_same_answer_and_store_nothing_twice()
    {
        await Opened(Written.Case());
        JsonArray events = [Written.Released(), Written.Arrested()];
        var first = (await Tracker.Record(Campaign, events, key: "key-1")).ShouldBe(HttpStatusCode.Created);
        var second = (await Tracker.Record(Campaign, events, key: "key-1")).ShouldBe(HttpStatusCode.Created);

        SameAnswer(second, first);
        first.Events[0]!["warnings"]!.AsArray().ShouldNotBeEmpty();
        (await Tracker.Count(Campaign)).ShouldBe(4);
    }

    [Fact]
    public async Task The_same_key_sent_sixteen_times_at_once_is_carried_out_once()
    {
        await Opened(Written.Case());
        var answers = await OpeningTests.AllAtOnce(_ => Tracker.Record(Campaign, Written.Arrested(), key: "key-1"));
        foreach (var answer in answers) SameAnswer(answer.ShouldBe(HttpStatusCode.Created), answers[0]);
        (await Tracker.Count(Campaign)).ShouldBe(3);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await Opened(Written.Case());
        await Tracker.Record(Campaign, Written.Arrested(), key: "key-1");
        (await Tracker.Record(Campaign, Written.Released(), key: "key-1")).ShouldRefuse(HttpStatusCode.Conflict, "Idempotency-Key key_reused");
        (await Tracker.Count(Campaign)).ShouldBe(3);
    }

    [Fact]
    public async Task A_key_that_brought_nothing_new_is_remembered_too()
    {
        var id = Guid.CreateVersion7().ToString();
        await Opened(Written.Case().With("id", id));
        (await Tracker.Record(Campaign, Written.Case().With("id", id), key: "key-1")).ShouldBe(HttpStatusCode.Created);
        (await Tracker.Record(Campaign, Written.Arrested(), key: "key-1")).ShouldRefuse(HttpStatusCode.Conflict, "Idempotency-Key key_reused");
    }

    [Fact]
    public async Task A_key_that_opened_one_campaign_opens_no_other()
    {
        (await Tracker.Open(Written.Campaign(Campaign), key: Campaign)).ShouldBe(HttpStatusCode.Created);
        (await Tracker.Open(Written.Campaign(NewName()), key: Campaign)).ShouldRefuse(HttpStatusCode.Conflict, "Idempotency-Key key_reused");
    }

    [Fact]
    public async Task A_refused_request_does_not_use_up_its_key()
    {
        await Opened(Written.Case());
        (await Tracker.Record(Campaign, Written.Arrested().Without("sources"), key: "key-1")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Tracker.Record(Campaign, Written.Arrested(), key: "key-1")).ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ключ")]
    public async Task A_key_is_printable_ascii(string key)
    {
        await Opened(Written.Case());
        var answer = await Tracker.Send(HttpMethod.Post, $"/api/campaigns/{Campaign}/events", "{}"u8.ToArray(),
            change: request => request.Headers.TryAddWithoutValidation("Idempotency-Key", Uri.EscapeDataString(key).Replace('%', '\u007F')));
        answer.ShouldRefuse(HttpStatusCode.BadRequest, "Idempotency-Key bad_key");
    }

    [Fact]
    public async Task A_key_has_at_most_200_characters()
    {
        await Opened(Written.Case());
        (await Tracker.Record(Campaign, Written.Arrested(), key: new string('k', 201))).ShouldRefuse(HttpStatusCode.BadRequest, "Idempotency-Key bad_key");
        (await Tracker.Record(Campaign, Written.Arrested(), key: new string('k', 200))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_same_ids_again_are_answered_as_a_repetition()
    {
        await Opened();
        JsonArray events = [Written.Case().With("id", Guid.CreateVersion7().ToString()), Written.Arrested().With("id", Guid.CreateVersion7().ToString())];
        var first = (await Tracker.Record(Campaign, events)).ShouldBe(HttpStatusCode.Created);
        var second = (await Tracker.Record(Campaign, events)).ShouldBe(HttpStatusCode.Created);

        SameAnswer(second, first);
        second.Body["repeated"]!.GetValue<bool>().ShouldBeTrue();
        (await Tracker.Count(Campaign)).ShouldBe(3);
    }

    [Fact]
    public async Task What_is_new_in_a_batch_that_is_partly_repeated_is_recorded()
    {
        var id = Guid.CreateVersion7().ToString();
        await Opened(Written.Case().With("id", id));
        var answer = (await Record(Written.Case().With("id", id), Written.Arrested())).ShouldBe(HttpStatusCode.Created);
        answer.Body["repeated"]!.GetValue<bool>().ShouldBeFalse();
        answer.Id().ShouldBe(id);
        (await Tracker.Count(Campaign)).ShouldBe(3);
    }

    [Fact]
    public async Task The_same_id_with_another_body_is_a_conflict()
    {
        var id = Guid.CreateVersion7().ToString();
        await Opened(Written.Case(), Written.Arrested().With("id", id));
        (await Tracker.Record(Campaign, Written.Arrested(occurred: "2012-02").With("id", id))).ShouldRefuse(HttpStatusCode.Conflict, "id id_taken");
        (await Tracker.Record(Campaign, Written.Released().With("id", id))).ShouldRefuse(HttpStatusCode.Conflict, "id id_taken");
        (await Tracker.Count(Campaign)).ShouldBe(3);
    }

    [Fact]
    public async Task The_same_id_in_another_campaign_is_a_conflict()
    {
        var id = Guid.CreateVersion7().ToString();
        await Opened(Written.Case().With("id", id));
        (await Tracker.Open(Written.Campaign(NewName()).With("id", id))).ShouldRefuse(HttpStatusCode.Conflict, "id id_taken");
    }

    [Fact]
    public async Task One_id_for_two_events_of_a_batch_is_refused()
    {
        var id = Guid.CreateVersion7().ToString();
        await Opened(Written.Case());
        (await Record(Written.Arrested().With("id", id), Written.Released().With("id", id)))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[1].id id_twice");
    }

    [Fact]
    public async Task An_id_sent_sixteen_times_at_once_is_stored_once()
    {
        await Opened(Written.Case());
        var id = Guid.CreateVersion7().ToString();
        var answers = await OpeningTests.AllAtOnce(_ => Tracker.Record(Campaign, Written.Arrested().With("id", id)));
        foreach (var answer in answers) SameAnswer(answer.ShouldBe(HttpStatusCode.Created), answers[0]);
        (await Tracker.Count(Campaign)).ShouldBe(3);
    }

    [Fact]
    public async Task A_correction_sent_again_is_recognised_whatever_the_order_of_its_fields()
    {
        var (arrest, correction) = (Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString());
        await Opened(Written.Case(), Written.Arrested().With("id", arrest));
        JsonObject Corrected(JsonObject changes) => Written.Correction(arrest, "case-1", changes).With("id", correction);
        (await Tracker.Record(Campaign, Corrected(new() { ["place"] = "Almaty", ["by"] = "KNB" }))).ShouldBe(HttpStatusCode.Created);
        (await Tracker.Record(Campaign, Corrected(new() { ["by"] = "KNB", ["place"] = "Almaty" }))).ShouldBe(HttpStatusCode.Created)
            .Body["repeated"]!.GetValue<bool>().ShouldBeTrue();
    }

    /// <summary>The same, but for the word that it is a repetition.</summary>
    internal static void SameAnswer(Answer second, Answer first)
    {
        second.RecordedAt.ShouldBe(first.RecordedAt);
        second.Sequence.ShouldBe(first.Sequence);
        second.Events.ToJsonString().ShouldBe(first.Events.ToJsonString());
    }
}
