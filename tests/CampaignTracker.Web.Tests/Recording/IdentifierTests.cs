using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Hosting;
using CampaignTracker.Web.Storage;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Recording;

/// <summary>An identifier belongs to one text of a campaign.</summary>
public sealed class IdentifierTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private static readonly (string, string) Adopted = ("ta", "P7_TA(2013)0190");
    private static readonly (string, string) Procedure = ("procedure", "2013/2600(RSP)");

    [Fact]
    public async Task A_second_text_with_a_known_identifier_is_offered_the_first()
    {
        await Opened(Written.Resolution("resolution-1", Adopted, Procedure));
        var second = await Record(Written.Context(), Written.Resolution("resolution-2", Procedure), Written.Demand("demand-1", resolution: "resolution-2"));
        second.ShouldRefuse(HttpStatusCode.Conflict, "events[1].identifiers identifier_known");
        second.Body["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("resolution-1");
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }

    [Theory]
    [InlineData("TA", "P7_TA(2013)0190")]
    [InlineData("ta", "P7_TA(2013)0190 ")]
    [InlineData("ta", "p7_ta(2013)0190.")]
    [InlineData("celex", "CELEX:52013IP0190")]
    [InlineData("celex", "52013ip0190")]
    [InlineData("oj", "OJ C 45, 5.2.2016, p. 85")]
    public async Task It_is_known_however_it_is_written(string scheme, string value)
    {
        await Opened(Written.Resolution("resolution-1", Adopted, ("celex", "52013IP0190"), ("oj", "C 45, 5.2.2016, p. 85")));
        var second = await Record(Written.Resolution("resolution-2", (scheme, value)));
        second.ShouldRefuse(HttpStatusCode.Conflict, "events[0].identifiers identifier_known");
        second.Body["errors"]![0]!["message"]!.GetValue<string>().ShouldContain(value.Trim());
    }

    [Fact]
    public async Task A_text_may_be_corrected_to_another_way_of_writing_its_own_identifier()
    {
        var opened = await Opened(Written.Resolution("resolution-1", Adopted));
        (await Record(Written.Correction(opened.Id(1), "resolution-1", new() { ["identifiers"] = Written.Identifiers(("TA", "P7-TA(2013)0190")) })))
            .ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Resolution("resolution-2", Adopted))).ShouldRefuse(HttpStatusCode.Conflict, "events[0].identifiers identifier_known");
    }

    [Fact]
    public async Task Those_that_an_earlier_version_kept_as_they_were_written_are_known_after_the_next_start()
    {
        await using var tracker = await RunningTracker.StartAsync(await Trackers.NewDatabaseAsync(), Nodes.One);
        await tracker.Open(new JsonArray(Written.Campaign("a"), Written.Resolution("resolution-1", Adopted).With("campaign", "a"), Written.Resolution("resolution-2").With("campaign", "a")));
        await tracker.Rows<string>("update tracker.identifiers set value = 'P7_TA(2013)0190'");
        await tracker.Rows<string>("insert into tracker.identifiers values ('a', 'TA', 'P7_TA(2013)0190', 'resolution-2')");
        await tracker.Rows<string>("comment on schema tracker is ''");
        await tracker.Get<SchemaMigration>().ApplyAsync(TestContext.Current.CancellationToken);
        (await tracker.Rows<string>("select scheme || '|' || value || '|' || subject from tracker.identifiers")).ShouldBe(["ta|p7 ta 2013 190|resolution-1"]);
        (await tracker.Record("a", Written.Resolution("resolution-3", Adopted))).ShouldRefuse(HttpStatusCode.Conflict, "identifiers identifier_known");
    }

    [Fact]
    public async Task The_event_that_carries_the_identifier_is_the_one_that_is_named()
    {
        await Opened(Written.Resolution("resolution-1", Adopted));
        var published = Written.Context().With("type", "resolution_published").With("subject", "resolution-2").Without("text").With("publishedIn", "C 45, 5.2.2016, p. 85");
        var answer = await Record(Written.Resolution("resolution-2", Adopted), published);
        answer.Errors.ShouldContain("events[0].identifiers identifier_known");
    }

    [Fact]
    public async Task Two_texts_of_one_batch_cannot_share_an_identifier() =>
        (await Tracker.Open(new JsonArray(
            Written.Campaign(Campaign),
            Written.Resolution("resolution-1", Adopted).With("campaign", Campaign),
            Written.Resolution("resolution-2", Adopted).With("campaign", Campaign)))).ShouldRefuse(HttpStatusCode.Conflict, "events[2].identifiers identifier_known");

    [Fact]
    public async Task Another_campaign_may_know_the_same_text()
    {
        await Opened(Written.Resolution("resolution-1", Adopted));
        var other = NewName();
        (await Tracker.Open(new JsonArray(Written.Campaign(other), Written.Resolution("resolution-1", Adopted).With("campaign", other)))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Of_sixteen_texts_with_one_identifier_at_once_one_is_recorded()
    {
        await Opened();
        var answers = await OpeningTests.AllAtOnce(i => Tracker.Record(Campaign, Written.Resolution($"resolution-{i}", Adopted)));
        var first = answers.Single(answer => answer.Status == HttpStatusCode.Created).Events[0]!["subject"]!.GetValue<string>();
        foreach (var other in answers.Where(answer => answer.Status != HttpStatusCode.Created))
        {
            other.ShouldRefuse(HttpStatusCode.Conflict, "identifiers identifier_known");
            other.Text.ShouldContain($"that of {first}:");
        }
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }

    [Fact]
    public async Task Retracting_a_text_frees_its_identifier_and_retracting_the_retraction_takes_it_back()
    {
        var opened = await Opened(Written.Resolution("resolution-1", Adopted));
        var retraction = (await Record(Written.Retraction(opened.Id(1), "resolution-1"))).ShouldBe(HttpStatusCode.Created);
        var second = (await Record(Written.Resolution("resolution-2", Adopted))).ShouldBe(HttpStatusCode.Created);

        var back = Written.Retraction(retraction.Id(), "resolution-1");
        (await Record(back)).ShouldRefuse(HttpStatusCode.Conflict, "events[0].retracts identifier_known");
        (await Record(Written.Retraction(second.Id(), "resolution-2"))).ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Retraction(retraction.Id(), "resolution-1"))).ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Resolution("resolution-3", Adopted))).ShouldRefuse(HttpStatusCode.Conflict, "events[0].identifiers identifier_known");
    }

    [Fact]
    public async Task An_identifier_that_a_correction_brings_is_claimed_too()
    {
        var opened = await Opened(Written.Resolution("resolution-1", Adopted), Written.Resolution("resolution-2"));
        (await Record(Written.Correction(opened.Id(2), "resolution-2", new() { ["identifiers"] = Written.Identifiers(Adopted) })))
            .ShouldRefuse(HttpStatusCode.Conflict, "events[0].changes.identifiers identifier_known");
    }

    [Theory]
    [InlineData("celex", 301, "value")]
    [InlineData("celex", 2_000, "value")]
    [InlineData(null, 2_000, "scheme")]
    public async Task An_identifier_that_no_index_can_hold_is_refused(string? scheme, int length, string part)
    {
        // Letters that no compression makes shorter.
        var random = new Random(length);
        string Long(int most) => string.Concat(Enumerable.Range(0, most).Select(_ => (char)random.Next(0x4E00, 0x9FFF)));
        await Opened();
        (await Record(Written.Resolution("resolution-1", (scheme ?? Long(length), scheme is null ? "1" : Long(length)))))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, $"events[0].identifiers[0].{part} wrong_value");
        (await Record(Written.Resolution("resolution-1", (Long(300), Long(300))))).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task One_batch_may_move_an_identifier_from_the_wrong_text_to_the_right_one()
    {
        var opened = await Opened(Written.Resolution("resolution-1", Adopted), Written.Resolution("resolution-2"));
        (await Record(
            Written.Correction(opened.Id(2), "resolution-2", new() { ["identifiers"] = Written.Identifiers(Adopted) }),
            Written.Correction(opened.Id(1), "resolution-1", new() { ["identifiers"] = null }))).ShouldBe(HttpStatusCode.Created);
        (await Tracker.Rows<string>("select subject from tracker.identifiers where campaign = $1", Campaign)).ShouldBe(["resolution-2"]);
    }
}
