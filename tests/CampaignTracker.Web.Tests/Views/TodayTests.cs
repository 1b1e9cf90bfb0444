using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Tests.Views;

/// <summary>
/// Live means today: what has been decided and takes effect on a day to come is coming until that day, and counts from it on without anything being
/// recorded. On a tracker whose day turns when the test says so.
/// </summary>
public sealed class TodayTests(TestTrackers trackers) : IAsyncLifetime
{
    private const string Campaign = "today";

    private static readonly DateOnly Decided = new(2026, 7, 14), InEffect = new(2026, 7, 19);

    private readonly TestClock clock = new(Decided);
    private RunningTracker tracker = null!;

    public async ValueTask InitializeAsync() => tracker = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One, clock: clock);

    public ValueTask DisposeAsync() => tracker.DisposeAsync();

    [Fact]
    public async Task Whoever_is_to_be_freed_is_held_until_the_day_and_free_from_it_on()
    {
        var opened = await Opened(Person());
        var released = opened.Id(opened.Events.Count - 1);

        var before = (await View("cases")).Body;
        before["asOf"]!.GetValue<string>().ShouldBe("2026-07-14");
        Held(before).ShouldBe("Yes");
        Coming(before["cases"]![0]!).ShouldBe([$"2026-07-19 {released}"]);
        var demand = (await View("demands")).Body["demands"]![0]!;
        Possible(demand).ShouldBe("Open");
        Coming(demand).ShouldBe([$"2026-07-19 {released}"]);
        (await Annotations()).ShouldNotContain("MetAfterwards");
        (await Entry(released))["takesEffect"]!.GetValue<string>().ShouldBe("2026-07-19");
        (await Reported("select held || ' ' || custody || ', ' || (select status from reporting.demands) from reporting.cases")).ShouldBe("Yes Held, Open");

        var sequence = await Turn(InEffect);

        var after = (await View("cases")).Body;
        after["asOf"]!.GetValue<string>().ShouldBe("2026-07-19");
        after["sequence"]!.GetValue<long>().ShouldBe(sequence);
        Held(after).ShouldBe("No");
        Coming(after["cases"]![0]!).ShouldBeEmpty();
        after["cases"]![0]!["since"]!.GetValue<string>().ShouldBe("2026-07-19");
        demand = (await View("demands")).Body["demands"]![0]!;
        Possible(demand).ShouldBe("MetConditionally");
        Coming(demand).ShouldBeEmpty();
        (await Annotations()).ShouldContain("MetAfterwards");
        (await Entry(released))["takesEffect"].ShouldBeNull();
        await ShouldBeStored(sequence);
        (await Reported("select held || ' ' || custody || ', ' || (select status from reporting.demands) from reporting.cases")).ShouldBe("No FreeConditionally, MetConditionally");
    }

    [Fact]
    public async Task A_ban_that_is_to_be_lifted_is_in_force_until_the_day()
    {
        var opened = await Opened(
            Fact("restriction_opened", "alga", "2012").With("name", "Alga"), Fact("ban_imposed", "alga", "2012-12-21").With("by", "Court"),
            Fact("ban_lifted", "alga", "2026-07-04").With("by", "Court").With("effective", "2026-07-19"));

        var alga = (await View("restrictions")).Body["restrictions"]![0]!;
        Possible(alga).ShouldBe("InForce");
        Coming(alga).ShouldBe([$"2026-07-19 {opened.Id(3)}"]);
        alga["lastEvent"]!["type"]!.GetValue<string>().ShouldBe("ban_imposed");

        var sequence = await Turn(InEffect);
        alga = (await View("restrictions")).Body["restrictions"]![0]!;
        Possible(alga).ShouldBe("Lifted");
        Coming(alga).ShouldBeEmpty();
        await ShouldBeStored(sequence);
    }

    [Fact]
    public async Task A_withdrawal_and_a_detachment_of_an_agreement_are_coming_until_their_day()
    {
        var opened = await Opened(
            [.. Person(), Fact("linkage_withdrawn", "deal", "2026-07-01").With("linkage", Linkage).With("effective", "2026-07-19").With("by", "Council"),
            Fact("condition_detached", "deal", "2026-07-02").With("demand", "release-case-1").With("effective", "2026-07-20")]);

        var deal = (await View("agreements")).Body["agreements"]![0]!;
        Coming(deal).ShouldBe([$"2026-07-19 {opened.Id(opened.Events.Count - 2)}", $"2026-07-20 {opened.Id(opened.Events.Count - 1)}"]);
        deal["linkages"]![0]!["withdrawn"].ShouldBeNull();
        deal["conditions"]![0]!["detached"].ShouldBeNull();
        Seen(await Page("agreements")).ShouldContain("Coming on 19 Jul 2026:");

        await Turn(new(2026, 7, 20));
        deal = (await View("agreements")).Body["agreements"]![0]!;
        Coming(deal).ShouldBeEmpty();
        deal["linkages"]![0]!["withdrawn"]!.GetValue<string>().ShouldBe("2026-07-01");
        deal["conditions"]![0]!["detached"]!.GetValue<string>().ShouldBe("2026-07-02");
    }

    [Fact]
    public async Task Pages_show_what_is_coming_in_its_row_and_move_with_the_day()
    {
        var opened = await Opened(Person());
        var released = opened.Id(opened.Events.Count - 1);
        foreach (var page in new[] { "cases", "cases/prisoners", "demands", "case-1", "release-case-1" })
        {
            var html = await Page(page);
            Seen(html).ShouldContain("Coming on 19 Jul 2026:", customMessage: page);
            html.ShouldContain($"/{Campaign}/events/{released}", customMessage: page);
        }
        Seen(await Page("cases")).ShouldSatisfyAllConditions(
            text => text.ShouldContain("Cases on 14 Jul 2026"), text => text.ShouldContain("1 held"), text => text.ShouldNotContain("free, with conditions"));
        Seen(await Page("timeline")).ShouldContain("takes effect on 19 Jul 2026");
        Seen(await Page($"events/{released}")).ShouldContain("Takes effect 19 Jul 2026");
        // From a day to come it has taken effect.
        Seen(await Page("cases?asOf=2026-07-19")).ShouldContain("free, with conditions");

        await Turn(InEffect);
        foreach (var page in new[] { "cases", "cases/prisoners", "demands", "case-1", "release-case-1" }) Seen(await Page(page)).ShouldNotContain("Coming", customMessage: page);
        Seen(await Page("cases")).ShouldSatisfyAllConditions(text => text.ShouldContain("1 at liberty"), text => text.ShouldContain("free, with conditions"));
        Seen(await Page("timeline")).ShouldContain("in effect 19 Jul 2026");
        Seen(await Page($"events/{released}")).ShouldContain("In effect 19 Jul 2026");
    }

    [Fact]
    public async Task A_view_that_was_stored_yesterday_is_not_answered_today()
    {
        var standing = new TestClock(Decided) { Ticks = false };
        await using var still = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One, clock: standing);
        var opened = (await still.Open(new JsonArray(Person()))).ShouldBe(HttpStatusCode.Created);
        var address = $"/api/campaigns/{Campaign}/cases";
        Held((await still.Get($"{address}?after={opened.Sequence}")).ShouldBe(HttpStatusCode.OK).Body).ShouldBe("Yes");

        standing.Day = InEffect;
        for (var again = 0; again < 2; again++) Held((await still.Get(address)).Body).ShouldBe("No");
        Seen((await still.Get($"/{Campaign}/cases")).Text).ShouldContain("1 at liberty");
        (await still.Query<DateOnly>($"select as_of from tracker.{CampaignViews.CampaignsTable}")).ShouldBe(Decided);

        (await still.Get<ViewProjector>().DrawForTodayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        (await still.Query<DateOnly>($"select as_of from tracker.{CampaignViews.CampaignsTable}")).ShouldBe(InEffect);
        (await still.Query<string>($"select convert_from(body, 'UTF8') from tracker.{CampaignViews.ViewsTable} where view = 'cases'")).ShouldBe((await still.Get(address)).Text);
    }

    [Fact]
    public async Task A_drawing_for_an_earlier_day_never_takes_the_place_of_a_later_and_a_day_of_a_wrong_clock_does_not_stay()
    {
        var standing = new TestClock(Decided) { Ticks = false };
        await using var still = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One, clock: standing);
        var opened = (await still.Open(new JsonArray(Person()))).ShouldBe(HttpStatusCode.Created);
        (await still.Get($"/api/campaigns?after={opened.Sequence}")).ShouldBe(HttpStatusCode.OK);

        (await DrawnOn(Decided.AddDays(1))).ShouldBe(Decided.AddDays(1));
        // Somebody who is late, or whose clock is.
        (await DrawnOn(Decided)).ShouldBe(Decided.AddDays(1));
        (await DrawnOn(new(2062, 1, 1))).ShouldBe(new(2062, 1, 1));
        (await DrawnOn(InEffect)).ShouldBe(InEffect);

        // Whoever knows more is never kept from saying so.
        var more = (await still.Record(Campaign, Written.Context())).ShouldBe(HttpStatusCode.Created);
        standing.Day = Decided;
        await still.Get<ViewProjector>().DrawAsync([Campaign], more.Sequence, TestContext.Current.CancellationToken);
        (await still.Query<long>($"select sequence from tracker.{CampaignViews.CampaignsTable}")).ShouldBe(more.Sequence);

        async Task<DateOnly> DrawnOn(DateOnly day)
        {
            standing.Day = day;
            await still.Get<ViewProjector>().DrawAsync([Campaign], opened.Sequence, TestContext.Current.CancellationToken);
            return await still.Query<DateOnly>($"select as_of from tracker.{CampaignViews.CampaignsTable}");
        }
    }

    [Fact]
    public async Task Two_servers_answer_of_the_day_at_once_and_the_one_that_keeps_the_views_draws_them()
    {
        var database = await trackers.NewDatabaseAsync();
        await using var first = await RunningTracker.StartAsync(database, Nodes.Several, clock: clock);
        await using var second = await RunningTracker.StartAsync(database, Nodes.Several, clock: clock);
        var opened = (await first.Open(new JsonArray(Person()))).ShouldBe(HttpStatusCode.Created);
        foreach (var server in new[] { first, second }) Held((await server.Get($"/api/campaigns/{Campaign}/cases?after={opened.Sequence}")).ShouldBe(HttpStatusCode.OK).Body).ShouldBe("Yes");

        clock.Day = InEffect;
        foreach (var server in new[] { first, second }) Held((await server.Get($"/api/campaigns/{Campaign}/cases")).Body).ShouldBe("No");
        await Until.True(async () => await first.Query<DateOnly>($"select as_of from tracker.{CampaignViews.CampaignsTable}") == InEffect, () => Task.FromResult("not drawn for the day"));
        var live = (await first.Get($"/api/campaigns/{Campaign}/cases")).Text;
        (await second.Get($"/api/campaigns/{Campaign}/cases")).Text.ShouldBe(live);
        (await first.Query<string>("select held from reporting.cases")).ShouldBe("No");
    }

    [Fact]
    public async Task One_campaign_that_cannot_be_drawn_keeps_no_other_in_the_day_before()
    {
        await Opened(Person());
        var other = (await tracker.Open(new JsonArray(Written.Campaign("broken")))).ShouldBe(HttpStatusCode.Created);
        await tracker.Get($"/api/campaigns?after={other.Sequence}");
        await tracker.Rows<int>("update tracker.mt_events set data = data || '{\"occurred\": \"someday\"}' where data ->> 'campaign' = 'broken' returning 1");

        clock.Day = InEffect;
        await Until.True(async () => await Day(Campaign) == InEffect, async () => $"drawn for {await Day(Campaign)}");
        (await Day("broken")).ShouldBe(Decided);
        await Until.True(() => Told().Length == 1, () => string.Join('\n', Told()));
        Told()[0].ShouldContain($"at event {other.Sequence}");
        Told()[0].ShouldNotContain("someday");

        string[] Told() => [.. tracker.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task An_earlier_state_of_knowledge_is_seen_as_of_today_too()
    {
        var opened = await Opened(Person());
        (await tracker.Record(Campaign, Written.Context())).ShouldBe(HttpStatusCode.Created);
        Held((await View("cases", $"?knownAt={opened.Sequence}")).Body).ShouldBe("Yes");
        await Turn(InEffect);
        var replayed = (await View("cases", $"?knownAt={opened.Sequence}")).Body;
        (Held(replayed), replayed["asOf"]!.GetValue<string>()).ShouldBe(("No", "2026-07-19"));
        Seen(await Page($"cases?knownAt={opened.Sequence}")).ShouldContain("Cases on 19 Jul 2026");
    }

    [Fact]
    public async Task A_citation_carries_its_day_and_answers_the_same_when_the_day_has_come()
    {
        await Opened(Person());
        var cited = (await View("citation", "?view=cases")).Body;
        cited["from"]!["asOf"]!.GetValue<string>().ShouldBe("2026-07-14");
        var link = cited["link"]!.GetValue<string>();
        link.ShouldContain("asOf=2026-07-14&knownAt=");
        var before = (await tracker.Get(link)).ShouldBe(HttpStatusCode.OK);
        Held(before.Body).ShouldBe("Yes");
        await Turn(InEffect);
        (await tracker.Get(link)).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(before.Text);
    }

    [Fact]
    public async Task Today_that_is_given_is_today_and_an_answer_is_asked_for_anew_when_the_day_turns()
    {
        await Opened(Person());
        var (live, tag) = await Tagged("");
        var (given, same) = await Tagged("?asOf=2026-07-14");
        (given, same).ShouldBe((live, tag));
        (await Status(tag!)).ShouldBe(HttpStatusCode.NotModified);

        // Nothing that a reader sees changes on this day but the day.
        await Turn(Decided.AddDays(1));
        (await Status(tag!)).ShouldBe(HttpStatusCode.OK);

        async Task<(string, EntityTagHeaderValue?)> Tagged(string query)
        {
            using var http = new HttpClient { BaseAddress = tracker.Address };
            using var answer = await http.GetAsync($"/api/campaigns/{Campaign}/cases{query}", TestContext.Current.CancellationToken);
            return (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers.ETag);
        }

        async Task<HttpStatusCode> Status(EntityTagHeaderValue known)
        {
            using var http = new HttpClient { BaseAddress = tracker.Address };
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/campaigns/{Campaign}/cases") { Headers = { IfNoneMatch = { known } } };
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Every_replay_without_a_date_is_of_today()
    {
        var opened = await Opened(Person());
        (await View("why", "?case=case-1")).Body["says"]![0]!.GetValue<string>().ShouldBe("Held");
        (await View("history", "?case=case-1")).Body["spans"]![0]!["says"]![0]!.GetValue<string>().ShouldBe("Held");
        (await Frames()).ShouldBe(["Held"]);
        (await View("frames", "?over=knowledge")).Body["asOf"]!.GetValue<string>().ShouldBe("2026-07-14");

        var ahead = (await View("difference", "?toAsOf=2026-07-19")).Body;
        ahead["from"]!["asOf"]!.GetValue<string>().ShouldBe("2026-07-14");
        var custody = ahead["changes"]!.AsArray().Single(change => change!["what"]!.GetValue<string>() == "Custody")!;
        (custody["before"]![0]!.GetValue<string>(), custody["after"]![0]!.GetValue<string>()).ShouldBe(("Held", "FreeConditionally"));
        custody["causes"]![0]!["event"]!.GetValue<string>().ShouldBe(opened.Id(opened.Events.Count - 1));
        (await View("difference")).Body["changes"]!.AsArray().ShouldBeEmpty();
        Seen(await Page("compare?fromAsOf=2015&toAsOf=2026-07-19")).ShouldContain("free, with conditions");
        Seen(await Page("compare?fromAsOf=2015")).ShouldNotContain("free, with conditions");

        // What is supposed to take effect later changes nothing today, and something on that day.
        var pardon = Fact("release_achieved", "case-1", "2026-07-13").With("manner", "Pardon").With("effective", "2026-07-16").ToJsonString();
        (await WhatIf("")).ShouldBeEmpty();
        (await WhatIf("?asOf=2026-07-16")).ShouldContain("Custody");

        await Turn(InEffect);
        (await Frames()).ShouldBe(["Held", "FreeConditionally"]);
        (await View("why", "?case=case-1")).Body["says"]![0]!.GetValue<string>().ShouldBe("FreeConditionally");

        async Task<List<string>> Frames() => [.. (await View("frames")).Body["all"]!.AsArray()
            .SelectMany(frame => frame!["changes"]!.AsArray()).Where(line => line!["what"]!.GetValue<string>() == "Custody").Select(line => line!["says"]![0]).OfType<JsonNode>().Select(says => says.GetValue<string>()).Where(says => says.Length > 0)];

        async Task<List<string>> WhatIf(string query) => [.. (await tracker.Post($"/api/campaigns/{Campaign}/what-if{query}", pardon)).ShouldBe(HttpStatusCode.OK)
            .Body["changes"]!.AsArray().Select(change => change!["what"]!.GetValue<string>())];
    }

    [Fact]
    public async Task The_replay_ends_today_and_a_day_to_come_can_be_looked_at()
    {
        await Opened(Person());
        var today = await Page("replay");
        today.ShouldNotContain("value=\"2026-07-19\"");
        Seen(today).ShouldContain("The world on 14 Jul 2026");
        var ahead = await Page("replay?asOf=2026-07-19");
        Seen(ahead).ShouldContain("What changed on 19 Jul 2026");
        Regex.IsMatch(ahead, $"rel=\"prev\" href=\"/{Campaign}/replay\"").ShouldBeTrue();
        await Turn(InEffect.AddDays(1));
        (await Page("replay")).ShouldContain("value=\"2026-07-19\"");
    }

    [Fact]
    public async Task What_was_expected_is_overdue_from_the_day_after_on_without_anything_recorded()
    {
        await Opened(
            Fact("dialogue_series_opened", "series", "2023-12-10").With("name", "Dialogue").With("expectedEveryMonths", 12),
            Fact("dialogue_held", "series", "2024-12-10"), Fact("dialogue_expected", "series", "2026-07-01").With("by", "2026-07-18"));
        (await Due()).ShouldBe("Awaited");
        (await Gap())["missed"]!.GetValue<int>().ShouldBe(1);
        await Turn(new(2026, 7, 18));
        (await Due()).ShouldBe("Awaited");
        var sequence = await Turn(InEffect);
        (await Due()).ShouldBe("Overdue");
        await ShouldBeStored(sequence);

        async Task<string> Due() => (await View("expectations")).Body["matters"]!.AsArray().Single(matter => matter!["what"]!.GetValue<string>() == "Meeting")!["state"]!.GetValue<string>();

        async Task<JsonNode> Gap() => (await View("dialogues")).Body["series"]![0]!["gaps"]![0]!;
    }

    private const string Linkage = "019ab000-7000-7000-8000-0000000000aa";

    /// <summary>A prisoner whose release is demanded and a condition; he is to be freed on the 19th, as was decided on the 4th.</summary>
    private static JsonObject[] Person() =>
    [
        Written.Campaign(Campaign), Written.Case().With("campaign", Campaign),
        Fact("convicted", "case-1", "2012-10-08").With("court", "Aktau").With("sentence", "7 years").With("custodial", true),
        Written.Demand("release-case-1", "case-1").With("campaign", Campaign).With("criterion", "He is free"),
        Fact("agreement_defined", "deal", "2011-05-24").With("name", "EPCA").With("parties", new JsonArray("EU", "KZ"))
            .With("bodies", new JsonArray(new JsonObject { ["name"] = "Council", ["holds"] = new JsonArray("Signed") })),
        Fact("linkage_declared", "deal", "2012-03-14").With("by", "Council").With("strength", "Committed").With("wording", "depends").With("issueArea", "reform").With("id", Linkage),
        Fact("condition_attached", "deal", "2013-04-18").With("demand", "release-case-1").With("requirement", "Necessary"),
        Fact("milestone_reached", "deal", "2026-05-21").With("milestone", "Signed"),
        Written.Released(occurred: "2026-07-04").With("campaign", Campaign).With("effective", "2026-07-19"),
    ];

    private static JsonObject Fact(string type, string subject, string occurred) => new()
    {
        ["type"] = type, ["campaign"] = Campaign, ["subject"] = subject, ["occurred"] = occurred,
        ["sources"] = new JsonArray(new JsonObject { ["citation"] = "IPHR" }),
    };

    private async Task<Answer> Opened(params JsonObject[] events)
    {
        if (events[0]["type"]!.GetValue<string>() != "campaign_opened") events = [Written.Campaign(Campaign), .. events];
        var opened = (await tracker.Open(new JsonArray([.. events]))).ShouldBe(HttpStatusCode.Created);
        (await tracker.Get($"/api/campaigns?after={opened.Sequence}")).ShouldBe(HttpStatusCode.OK);
        return opened;
    }

    /// <summary>The day turns, and the stored views follow, with nothing recorded.</summary>
    private async Task<long> Turn(DateOnly day)
    {
        clock.Day = day;
        await Until.True(async () => await Day(Campaign) == day, async () => $"drawn for {await Day(Campaign)}");
        return await tracker.Query<long>("select max(seq_id) from tracker.mt_events where type <> 'tombstone'");
    }

    private Task<DateOnly> Day(string campaign) =>
        tracker.Query<DateOnly>($"select as_of from tracker.{CampaignViews.CampaignsTable} where campaign = $1", campaign);

    /// <summary>Every view that is stored is the replay at (today, now), and what is answered.</summary>
    private async Task ShouldBeStored(long sequence)
    {
        foreach (var view in ViewCatalogue.Stored)
        {
            var path = view == ViewCatalogue.Summary ? "" : $"/{view.Name}";
            var replay = (await tracker.Get($"/api/campaigns/{Campaign}{path}?asOf={clock.Day.ToString("O", CultureInfo.InvariantCulture)}&knownAt={sequence}")).ShouldBe(HttpStatusCode.OK).Text;
            (await tracker.Get($"/api/campaigns/{Campaign}{path}")).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(replay, view.Name);
            (await tracker.Query<string>($"select convert_from(body, 'UTF8') from tracker.{CampaignViews.ViewsTable} where campaign = $1 and view = $2", Campaign, view.Name))
                .ShouldBe(replay, view.Name);
        }
    }

    private async Task<Answer> View(string name, string query = "") => (await tracker.Get($"/api/campaigns/{Campaign}/{name}{query}")).ShouldBe(HttpStatusCode.OK);

    private async Task<string> Page(string path) => (await tracker.Get($"/{Campaign}/{path}")).ShouldBe(HttpStatusCode.OK).Text;

    private Task<string> Reported(string sql) => tracker.Query<string>(sql);

    private async Task<List<string>> Annotations() => [.. (await View("conditionality")).Body["agreements"]![0]!["gates"]![0]!["annotations"]!.AsArray()
        .Select(annotation => annotation!["kind"]!.GetValue<string>())];

    private async Task<JsonNode> Entry(string id) =>
        (await View("timeline")).Body["entries"]!.AsArray().Single(entry => entry!["event"]!.GetValue<string>() == id)!;

    private static string Held(JsonNode cases) => cases["cases"]![0]!["held"]!.GetValue<string>();

    private static string Possible(JsonNode item) => string.Join(' ', item["possible"]!.AsArray().Select(value => value!.GetValue<string>()));

    private static IEnumerable<string> Coming(JsonNode item) => item["coming"]!.AsArray().Select(one => $"{one!["on"]} {one["event"]!["event"]}");

    // What a reader sees: words without their marks, blanks as one.
    private static string Seen(string html) => Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(html[html.IndexOf("<main", StringComparison.Ordinal)..], "<[^>]+>", " ")), "\\s+", " ");
}
