using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Recording;
using CampaignTracker.Web.Sample;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Web.Tests.Sample;

/// <summary>The sample as it is loaded: the record, and after it the check against its sources, with a state of knowledge in between.</summary>
public sealed class SampleCampaignTests(TestTrackers trackers) : IAsyncLifetime
{
    private const int Record = 92;
    private const int Check = 48;

    private static readonly DateOnly DayOfTheCheck = new(2026, 11, 30);

    private RunningTracker tracker = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IServiceProvider Services => tracker.Get<IServiceProvider>();

    public async ValueTask InitializeAsync() => tracker = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One, clock: new TestClock(DayOfTheCheck));

    public ValueTask DisposeAsync() => tracker.DisposeAsync();

    private async Task<JsonNode> Body(string path) => (await tracker.Get($"/api/campaigns/{SampleCampaign.Name}{path}")).ShouldBe(HttpStatusCode.OK).Body;

    private async Task<List<string>> Gates(string query) => [.. (await Body($"/conditionality?{query}"))["agreements"]![0]!["gates"]!.AsArray()
        .Select(gate => $"{gate!["milestone"]} {gate["occurred"]} {gate["verdict"]} {string.Join(", ", gate["annotations"]!.AsArray().Select(one => (string?)one!["kind"]))}")];

    /// <summary>An installation of before: the record alone, as somebody has it.</summary>
    private async Task RecordAloneAsync()
    {
        var lines = Encoding.UTF8.GetString(await SampleCampaign.ReadAsync(Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await tracker.Get<CampaignReader>().WaitAsync(
            (await tracker.Open(new JsonArray([.. lines.Select(line => JsonNode.Parse(line))]))).ShouldBe(HttpStatusCode.Created).Sequence, Ct);
    }

    [Fact]
    public async Task A_first_start_records_the_record_and_after_it_the_check_as_a_batch_of_its_own()
    {
        (await SampleCampaign.LoadIntoEmptyAsync(Services, Ct)).ShouldBe(Record + Check);
        (await tracker.Rows<string>("select count(*) || ' from ' || min(seq_id) from tracker.mt_events group by timestamp order by timestamp"))
            .ShouldBe([$"{Record} from 1", $"{Check} from {Record + 1}"]);
        (await SampleCampaign.LoadIntoEmptyAsync(Services, Ct)).ShouldBe(0, "the tracker is not empty any more");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_difference_of_the_two_states_of_knowledge_is_what_the_check_changed(int ruleSet)
    {
        await SampleCampaign.LoadIntoEmptyAsync(Services, Ct);
        var (before, after) = (await Gates($"ruleSet={ruleSet}&knownAt={Record}"), await Gates($"ruleSet={ruleSet}"));
        (before.Count, after.Count).ShouldBe((9, 10));
        after.Except(before).ShouldBe(
        [
            "MandateGiven 2011-05-24 NotLinked UnverifiedInputs",
            "Initialled 2015-01-20 PartlyConditioned UnverifiedInputs, ChosenInHindsight",
            "CouncilConcluded 2020-01-20 Indeterminate MetEarlier, MetEarlier, UnverifiedInputs, ChosenInHindsight",
        ]);

        var changes = (await Body($"/difference?ruleSet={ruleSet}&fromKnownAt={Record}&toKnownAt={Record + Check}"))["changes"]!.AsArray();
        changes.Select(change => $"{change!["subject"]} {change["what"]}").ShouldBe(
            ["cooperation-council Meetings", "epca Gate", "epca Gate", "epca Verdict", "epca Annotations", "epca Annotations", "hrd Meetings"], ignoreOrder: true);
        var causes = changes.SelectMany(change => change!["causes"]!.AsArray()).Select(cause => $"{cause!["kind"]} {cause["occurred"]}").Distinct();
        causes.ShouldBe(["LearnedInBetween 2015-03-03", "LearnedInBetween 2020-01-20", "Corrected 2015-01-20", "Corrected 2011-05-24", "LearnedInBetween 2016-11-23", "LearnedInBetween 2018"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_pages_show_both_states_and_what_lies_between_them()
    {
        await SampleCampaign.LoadIntoEmptyAsync(Services, Ct);
        (await tracker.Get($"/eu-kazakhstan/replay?knownAt={Record}")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain("Council concluded");
        (await tracker.Get("/eu-kazakhstan/replay")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("Council concluded");
        var compared = (await tracker.Get($"/eu-kazakhstan/compare?fromKnownAt={Record}")).ShouldBe(HttpStatusCode.OK).Text;
        compared.ShouldContain("7 answers differ");
        compared.ShouldContain("The explanatory memorandum of the joint proposal says that the agreement was initialled on 20 January 2015.</span>");
    }

    [Fact]
    public async Task A_clock_that_is_before_the_check_loads_the_record_alone()
    {
        await using var early = await RunningTracker.StartAsync(await trackers.NewDatabaseAsync(), Nodes.One, clock: new TestClock(DayOfTheCheck.AddDays(-1)));
        (await SampleCampaign.LoadIntoEmptyAsync(early.Get<IServiceProvider>(), Ct)).ShouldBe(Record);
    }

    [Fact]
    public async Task A_sample_of_before_is_checked_when_it_is_asked_for_and_once()
    {
        await RecordAloneAsync();
        (await SampleCampaign.LoadIntoEmptyAsync(Services, Ct)).ShouldBe(0, "never by itself");

        var recorded = (await SampleCampaign.RecordCheckAsync(Services, "aigul", Ct)).ShouldBeOfType<RecordingOutcome.Recorded>();
        (recorded.Fresh, recorded.Sequence).ShouldBe((Check, Record + Check));
        (await tracker.Rows<string>("select distinct user_name from tracker.mt_events where seq_id > $1", (long)Record)).ShouldBe(["aigul"]);
        (await SampleCampaign.RecordCheckAsync(Services, "aigul", Ct)).ShouldBeOfType<RecordingOutcome.Recorded>().Fresh.ShouldBe(0);
        (await tracker.Count(SampleCampaign.Name)).ShouldBe(Record + Check);
    }

    [Fact]
    public async Task Where_the_sample_is_not_or_was_removed_nothing_is_recorded()
    {
        (await SampleCampaign.RecordCheckAsync(Services, "aigul", Ct)).ShouldBeNull();
        await RecordAloneAsync();
        (await tracker.Get<SetAside>().RemoveSampleAsync(Ct)).ShouldBeTrue();
        (await SampleCampaign.RecordCheckAsync(Services, "aigul", Ct)).ShouldBeNull();
        (await tracker.Count(SampleCampaign.Name)).ShouldBe(Record);
    }

    [Fact]
    public async Task A_campaign_of_that_name_that_is_not_the_sample_is_left_as_it_is()
    {
        (await tracker.Open(Written.Campaign(SampleCampaign.Name))).ShouldBe(HttpStatusCode.Created);
        (await SampleCampaign.RecordCheckAsync(Services, "aigul", Ct)).ShouldBeOfType<RecordingOutcome.Refused>().Issues.ShouldNotBeEmpty();
        (await tracker.Count(SampleCampaign.Name)).ShouldBe(1);
    }
}
