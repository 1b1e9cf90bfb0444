using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Imports;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Replay;

/// <summary>Small histories that are easily judged wrongly: each is imported, goes on where it does, and is asked over HTTP by either rule set.</summary>
public sealed class HistoriesTests(TrackerOfAClass tracker) : IClassFixture<TrackerOfAClass>
{
    private RunningTracker Tracker => tracker.Tracker;

    [Fact]
    public async Task The_facts_of_a_day_recorded_at_different_times_have_no_order_unless_they_say_so()
    {
        var history = await ImportAsync("order-of-a-day");
        var release = history.Id("release_achieved");
        var rearrest = await history.RecordAsync(Event("rearrested", "case-1", "2013-05-01"));

        (await history.GateAsync(1)).Verdict.ShouldBe("AdvancedDespiteRegression", "what was recorded later comes later");
        (await history.CasesAsync())["case-1"].ShouldBe(["Held"]);
        var gate = await history.GateAsync(2);
        gate.ShouldBeIndeterminate("Rewarded", "AdvancedDespiteRegression");
        gate.Deciding.ShouldBe([release, rearrest.Id()], ignoreOrder: true);

        await history.RecordAsync(Written.Correction(rearrest.Id(), "case-1", new() { ["follows"] = new JsonArray(release) }));
        (await history.GateAsync(2)).Verdict.ShouldBe("AdvancedDespiteRegression");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_the_sides_are_and_what_the_agreement_is_does_not_wait_for_V(int ruleSet)
    {
        var late = await ImportAsync("campaign-opened-late");
        var (then, now) = (await late.GatesAsync(ruleSet, "2014-12-31"), await late.GatesAsync(ruleSet));
        then.Count.ShouldBe(2);
        then.Select(gate => (gate.Milestone, gate.Verdict, gate.Sentence)).ShouldBe(now.Select(gate => (gate.Milestone, gate.Verdict, gate.Sentence)));
        (await (await ImportAsync("agreement-defined-late")).GatesAsync(ruleSet, "2014-12-31")).ShouldHaveSingleItem().Milestone.ShouldBe("Signed");
    }

    [Fact]
    public async Task A_step_of_a_month_may_come_before_or_after_the_demand_and_follows_no_easing_of_before_it()
    {
        var history = await ImportAsync("eased-before-it-was-asked");
        var gate = await history.GateAsync(2);
        gate.ShouldBeIndeterminate("LinkedWithoutConditions", "AdvancedUnmet");
        gate.Deciding.ShouldBe([gate.Event]);
    }

    [Fact]
    public async Task A_release_may_lie_before_or_after_a_step_of_its_month()
    {
        var history = await ImportAsync("step-of-a-month");
        var gate = await history.GateAsync(2);
        gate.ShouldBeIndeterminate("PartlyConditioned", "AdvancedUnmet");
        gate.Deciding.ShouldBe([gate.Event], "the release has its day");
        gate.Sentence.ShouldNotContain("none was");
        gate.Sentence.ShouldContain("depends on the day of the step itself");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_correction_of_an_assessment_by_whoever_recorded_its_evidence_is_unreviewed(int ruleSet)
    {
        var history = await ImportAsync("corrected-assessment");
        (await history.GateAsync(ruleSet)).Annotations.ShouldNotContain("UnreviewedInputs");
        var evidence = await history.RecordAsync(Event("step_taken", "law", "2012-12-01").With("direction", "Toward").With("what", "A law was adopted."));
        await history.RecordAsync(Written.Correction(history.Id("fulfilment_assessed"), "law", new() { ["fulfilment"] = "Met", ["evidence"] = new JsonArray(evidence.Id()) }));
        (await history.GateAsync(ruleSet)).Annotations.ShouldContain("UnreviewedInputs");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task One_release_told_once_for_sure_is_sure(int ruleSet)
    {
        var gate = await (await ImportAsync("release-told-twice")).GateAsync(ruleSet);
        gate.Verdict.ShouldBe("Rewarded");
        gate.Annotations.ShouldNotContain("UnverifiedInputs");
    }

    [Fact]
    public async Task A_demand_about_a_case_that_cannot_be_seen_is_open_and_is_still_measured_by_it()
    {
        var history = await ImportAsync("case-retracted");
        var retracted = await history.RecordAsync(Written.Retraction(history.Id("case_opened"), "case-1"));
        retracted.Events[0]!["warnings"]!.AsArray().ShouldHaveSingleItem()!["message"]!.GetValue<string>().ShouldContain("release-a");
        var gate = await history.GateAsync(2);
        gate.Statuses["release-a"].ShouldBe(["Open"]);
        (await Tracker.Get($"/{history.Campaign}?ruleSet=2")).Text.ShouldContain("what it is about cannot be seen");
    }

    [Fact]
    public async Task A_condition_that_was_detached_on_the_day_on_which_it_was_attached_is_none() =>
        (await (await ImportAsync("attached-and-detached-on-one-day")).GateAsync(2)).Verdict.ShouldBe("LinkedWithoutConditions");

    [Fact]
    public async Task Grounds_that_were_met_are_told_as_delivered()
    {
        var gate = await (await ImportAsync("ground-that-was-met")).GateAsync(2);
        gate.Verdict.ShouldBe("StalledOtherGrounds");
        gate.Annotations.ShouldContain("GroundAlreadyMet");
        gate.Sentence.ShouldContain("had been delivered");
    }

    [Fact]
    public async Task A_ground_that_names_the_issue_area_of_the_linkage_withholds() =>
        (await (await ImportAsync("ground-names-the-issue-area")).GateAsync(2)).Verdict.ShouldBe("Withheld");

    [Fact]
    public async Task House_arrest_is_partly_met_and_a_release_with_restrictions_is_met_with_conditions()
    {
        var history = await ImportAsync("house-arrest");
        (await history.GateAsync(1)).Statuses["free"].ShouldBe(["MetConditionally"]);
        (await Tracker.Get($"/{history.Campaign}?ruleSet=1")).Text.ShouldContain("met with conditions");
        (await history.GateAsync(2)).Sentence.ShouldContain("met with conditions");

        await history.RecordAsync(Written.Retraction(history.Id("release_achieved"), "case-1"), Event("house_arrest_ordered", "case-1", "2011-01-01"));
        var gate = await history.GateAsync(2);
        gate.Verdict.ShouldBe("PartlyConditioned");
        gate.Statuses["free"].ShouldBe(["PartlyMet"]);
        gate.Sentence.ShouldContain("house arrest");
    }

    [Fact]
    public async Task A_step_that_is_not_linked_says_why()
    {
        var gates = await (await ImportAsync("promise-withdrawn")).GatesAsync(2);
        gates.Select(gate => gate.Verdict).ShouldBe(["NotLinked", "NotLinked"]);
        gates[0].Sentence.ShouldContain("had been withdrawn on 1 June 2010");
        gates[1].Sentence.ShouldContain("about other steps only");
    }

    [Fact]
    public async Task The_reforming_side_cannot_say_that_it_has_delivered()
    {
        var history = await ImportAsync("reviewer-of-the-reforming-side");
        var evidence = await history.RecordAsync(Event("context_recorded", history.Campaign, "2010-12-01").With("text", "The ministry reports."));
        var assessed = await history.RecordAsync(Event("fulfilment_assessed", "law", "2011-01-01").With("fulfilment", "Met")
            .With("reviewer", "Ministry of Foreign Affairs of Kazakhstan").With("reviewerSide", "ReformingSide").With("evidence", new JsonArray(evidence.Id())));
        assessed.Events[0]!["warnings"]!.AsArray().Select(warning => warning!["code"]!.GetValue<string>()).ShouldContain("own_claim");
        (await history.GateAsync(2)).Verdict.ShouldBe("AdvancedUnmet");
    }

    [Fact]
    public async Task A_custodial_sentence_after_the_demand_is_a_step_away() =>
        (await (await ImportAsync("first-sentence")).GateAsync(2)).Verdict.ShouldBe("AdvancedDespiteRegression");

    [Fact]
    public async Task A_death_in_custody_is_told_at_every_later_step()
    {
        var gates = await (await ImportAsync("death-in-custody")).GatesAsync(2);
        foreach (var later in gates.Skip(1))
        {
            later.Annotations.ShouldContain("DiedInCustody");
            later.Sentence.ShouldContain("A had died in custody on 1 September 2010");
        }
        gates[0].Annotations.ShouldNotContain("DiedInCustody");
    }

    [Fact]
    public async Task Who_was_freed_some_day_of_a_month_and_held_again_on_its_15th_may_be_either()
    {
        var history = await ImportAsync("freed-some-day-in-may");
        var gate = await history.GateAsync(2);
        gate.ShouldBeIndeterminate("Rewarded", "AdvancedDespiteRegression");
        gate.Deciding.ShouldBe([history.Id("release_achieved")]);
        (await history.CasesAsync("2013-06-01"))["case-1"].ShouldBe(["Held", "Free"], ignoreOrder: true);
    }

    private static JsonObject Event(string type, string subject, string occurred) => Written.Context(occurred).Without("text").With("type", type).With("subject", subject);

    private async Task<History> ImportAsync(string name, [CallerFilePath] string here = "")
    {
        // A theory asks one history twice: each has its own.
        var campaign = $"{name}-{Guid.CreateVersion7().ToString()[^6..]}";
        var ids = Guid.CreateVersion7().ToString()[..13];
        var written = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(here)!, "Histories", $"{name}.ndjson"), TestContext.Current.CancellationToken);
        JsonObject[] events = [.. written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
        var text = string.Join('\n', events.Select(e => e.ToJsonString())).Replace($"\"{name}\"", $"\"{campaign}\"", StringComparison.Ordinal)
            .Replace(events[0]["id"]!.GetValue<string>()[..13], ids, StringComparison.Ordinal);
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var import = await Tracker.Get<LineImport>().RunAsync(file, "aigul", _ => { }, TestContext.Current.CancellationToken);
        import.Problems.ShouldBeEmpty();
        import.Recorded.ShouldBe(events.Length);
        var history = new History(Tracker, campaign, [.. text.Split('\n').Select(line => JsonNode.Parse(line)!.AsObject())]);
        await Tracker.Get<CampaignReader>().WaitAsync(await Tracker.Query<long>("select max(seq_id) from tracker.mt_events"), TestContext.Current.CancellationToken);
        return history;
    }

    private sealed record Gate(
        string Event, string Milestone, string Verdict, IReadOnlyList<string> Possible, IReadOnlyList<string> Deciding, IReadOnlyList<string> Annotations,
        IReadOnlyDictionary<string, string[]> Statuses, string Sentence)
    {
        public void ShouldBeIndeterminate(params string[] possible)
        {
            Verdict.ShouldBe("Indeterminate");
            Possible.ShouldBe(possible, ignoreOrder: true);
        }
    }

    private sealed record History(RunningTracker Tracker, string Campaign, IReadOnlyList<JsonObject> Events)
    {
        /// <summary>The id of the first event of a type.</summary>
        public string Id(string type) => Events.First(e => e["type"]!.GetValue<string>() == type)["id"]!.GetValue<string>();

        public async Task<Answer> RecordAsync(params JsonObject[] events)
        {
            var answer = (await Tracker.Record(Campaign, new JsonArray([.. events]))).ShouldBe(HttpStatusCode.Created);
            await Tracker.Get<CampaignReader>().WaitAsync(answer.Sequence, TestContext.Current.CancellationToken);
            return answer;
        }

        public async Task<Gate> GateAsync(int ruleSet) => (await GatesAsync(ruleSet)).ShouldHaveSingleItem();

        public async Task<List<Gate>> GatesAsync(int ruleSet, string? asOf = null)
        {
            var answer = (await Tracker.Get($"/api/campaigns/{Campaign}/conditionality?ruleSet={ruleSet}{(asOf is null ? "" : $"&asOf={asOf}")}")).ShouldBe(HttpStatusCode.OK).Body;
            answer["ruleSet"]!.GetValue<int>().ShouldBe(ruleSet);
            return [.. answer["agreements"]!.AsArray().Single()!["gates"]!.AsArray().Select(gate => new Gate(
                Text(gate!["event"]), Text(gate["milestone"]), Text(gate["verdict"]), Texts(gate["possible"]), Texts(gate["deciding"]),
                [.. gate["annotations"]!.AsArray().Select(annotation => Text(annotation!["kind"]))],
                gate["conditions"]!.AsArray().ToDictionary(condition => Text(condition!["demand"]), condition => Texts(condition!["statuses"])), Text(gate["sentence"])))];
        }

        public async Task<Dictionary<string, string[]>> CasesAsync(string? asOf = null) =>
            (await Tracker.Get($"/api/campaigns/{Campaign}/cases{(asOf is null ? "" : $"?asOf={asOf}")}")).ShouldBe(HttpStatusCode.OK).Body["cases"]!.AsArray()
                .ToDictionary(item => Text(item!["name"]), item => Texts(item!["possible"]));

        private static string Text(JsonNode? node) => node!.GetValue<string>();

        private static string[] Texts(JsonNode? nodes) => [.. nodes!.AsArray().Select(Text)];
    }
}
