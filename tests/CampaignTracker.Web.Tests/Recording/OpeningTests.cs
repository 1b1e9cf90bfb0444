using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Recording;

/// <summary>Campaigns and subjects have names that are unique, whoever comes first.</summary>
public sealed class OpeningTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task A_campaign_is_opened_and_listed()
    {
        var answer = (await Tracker.Open(Written.Campaign(Campaign))).ShouldBe(HttpStatusCode.Created);
        var list = (await Tracker.Get($"/api/campaigns?after={answer.Sequence}")).ShouldBe(HttpStatusCode.OK);
        var entry = list.Body["campaigns"]!.AsArray().Single(c => c!["campaign"]!.GetValue<string>() == Campaign)!;
        entry["title"]!.GetValue<string>().ShouldBe("EU and Kazakhstan");
        entry["sequence"]!.GetValue<long>().ShouldBe(answer.Sequence);
    }

    [Fact]
    public async Task A_campaign_is_opened_once()
    {
        await Opened();
        var second = await Tracker.Open(Written.Campaign(Campaign).With("name", "Another"));
        second.ShouldRefuse(HttpStatusCode.Conflict, "subject already_open");
        second.Text.ShouldContain("EU and Kazakhstan");
        (await Tracker.Count(Campaign)).ShouldBe(1);
    }

    [Fact]
    public async Task Only_an_opening_opens_a_campaign()
    {
        (await Tracker.Open(Written.Case().With("campaign", Campaign))).ShouldRefuse(HttpStatusCode.BadRequest, "type not_an_opening");
        (await Tracker.Open(new JsonArray(Written.Case().With("campaign", Campaign))))
            .ShouldRefuse(HttpStatusCode.BadRequest, "events[0].type not_an_opening");
    }

    [Fact]
    public async Task A_batch_opens_one_campaign()
    {
        (await Tracker.Open(new JsonArray(Written.Campaign(Campaign), Written.Case().With("campaign", "another"))))
            .ShouldRefuse(HttpStatusCode.BadRequest, "events[1].campaign two_campaigns");
        (await Tracker.Count(Campaign)).ShouldBe(0);
    }

    [Theory]
    [InlineData("Eu-Kazakhstan")]
    [InlineData("7-cases")]
    [InlineData("case_7")]
    [InlineData("eu-")]
    [InlineData("дело")]
    public async Task A_short_name_is_small_letters_digits_and_hyphens(string name) =>
        (await Tracker.Open(Written.Campaign(name))).ShouldRefuse(HttpStatusCode.BadRequest, "campaign bad_name");

    [Fact]
    public async Task A_name_that_is_taken_is_answered_with_what_has_it()
    {
        await Opened(Written.Case());
        var answer = await Tracker.Record(Campaign, Written.Case(name: "Roza Tuletaeva"));
        answer.ShouldRefuse(HttpStatusCode.Conflict, "subject already_open");
        answer.Text.ShouldContain("Vladimir Kozlov");
    }

    [Fact]
    public async Task Of_sixteen_who_open_one_name_at_once_one_does_and_the_others_are_offered_it()
    {
        await Opened();
        var answers = await AllAtOnce(i => Tracker.Record(Campaign, Written.Case(name: $"Person {i}")));

        var first = answers.Single(answer => answer.Status == HttpStatusCode.Created);
        var stored = await Tracker.Query<string>("select data -> 'name' ->> 'personal' from tracker.mt_events where id = $1", Guid.Parse(first.Id()));
        foreach (var other in answers.Where(answer => answer != first))
        {
            other.ShouldRefuse(HttpStatusCode.Conflict, "subject already_open");
            other.Body["errors"]![0]!["message"]!.GetValue<string>().ShouldContain(stored);
        }
        (await Tracker.Count(Campaign)).ShouldBe(2);
    }

    [Fact]
    public async Task Of_sixteen_who_open_one_campaign_at_once_one_does()
    {
        var answers = await AllAtOnce(_ => Tracker.Open(Written.Campaign(Campaign)));
        answers.Count(answer => answer.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(15);
        (await Tracker.Count(Campaign)).ShouldBe(1);
    }

    [Fact]
    public async Task Sixteen_who_record_on_one_subject_at_once_all_succeed_and_the_views_do_not_wait()
    {
        await Opened(Written.Case());
        var answers = await AllAtOnce(i => Tracker.Record(Campaign, Written.Arrested(occurred: $"2012-01-{i + 1:00}")));

        foreach (var answer in answers) answer.ShouldBe(HttpStatusCode.Created);
        answers.Select(answer => answer.Events[0]!["version"]!.GetValue<long>()).Order().ShouldBe(Enumerable.Range(2, 16).Select(v => (long)v));

        // A lost race that has taken a sequence number leaves a gap, before which the views stand still for seconds.
        var first = answers.Min(answer => answer.Sequence);
        var last = answers.Max(answer => answer.Sequence);
        (await Tracker.Get($"/api/campaigns?after={last}")).ShouldBe(HttpStatusCode.OK);
        (await Tracker.Query<long>("select count(*) from generate_series($1, $2) n where not exists (select 1 from tracker.mt_events where seq_id = n)", first, last))
            .ShouldBe(0);
    }

    internal static Task<Answer[]> AllAtOnce(Func<int, Task<Answer>> act) =>
        Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => act(i))));
}
