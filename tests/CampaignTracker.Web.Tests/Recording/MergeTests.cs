using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Recording;

/// <summary>A subject that was recorded twice is read as one, for as long as that makes sense.</summary>
public sealed class MergeTests(TestTrackers trackers) : TrackerTests(trackers)
{
    private static JsonObject Merged(string subject, string into) => new()
    {
        ["type"] = "subject_merged",
        ["subject"] = subject,
        ["occurred"] = "2014",
        ["sources"] = Written.Arrested()["sources"]!.DeepClone(),
        ["into"] = into,
        ["reason"] = "Recorded twice.",
    };

    private async Task<int> Cases(long after) =>
        (await Tracker.Get($"/api/campaigns/{Campaign}/cases?after={after}")).ShouldBe(HttpStatusCode.OK).Body["cases"]!.AsArray().Count;

    [Fact]
    public async Task A_ring_is_refused_however_long_and_names_the_merge_in_its_way()
    {
        await Opened(Written.Case("case-1", "A"), Written.Case("case-2", "B"), Written.Case("case-3", "C"), Written.Case("case-4", "D"));
        (await Record(Merged("case-1", "case-2"))).ShouldBe(HttpStatusCode.Created);
        (await Record(Merged("case-2", "case-3"))).ShouldBe(HttpStatusCode.Created);
        var last = (await Record(Merged("case-3", "case-4"))).ShouldBe(HttpStatusCode.Created);
        (await Record(Merged("case-4", "case-1"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].into merge_ring");
        (await Cases(last.Sequence)).ShouldBe(1);
    }

    [Fact]
    public async Task A_ring_is_refused_also_where_one_batch_would_close_it()
    {
        await Opened(Written.Case("case-1", "A"), Written.Case("case-2", "B"));
        (await Record(Merged("case-1", "case-2"), Merged("case-2", "case-1"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[1].into merge_ring");
    }

    [Fact]
    public async Task A_retraction_that_is_taken_back_closes_no_ring()
    {
        await Opened(Written.Case("case-1", "A"), Written.Case("case-2", "B"), Written.Case("case-3", "C"));
        var merged = (await Record(Merged("case-1", "case-2"))).ShouldBe(HttpStatusCode.Created);
        var retracted = (await Record(Written.Retraction(merged.Id(0), "case-1"))).ShouldBe(HttpStatusCode.Created);
        var again = (await Record(Merged("case-2", "case-1"))).ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Retraction(retracted.Id(0), "case-1"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].retracts merge_ring");
        (await Cases(again.Sequence)).ShouldBe(2);
    }

    [Fact]
    public async Task A_correction_closes_no_ring()
    {
        await Opened(Written.Case("case-1", "A"), Written.Case("case-2", "B"), Written.Case("case-3", "C"));
        var merged = (await Record(Merged("case-1", "case-2"))).ShouldBe(HttpStatusCode.Created);
        (await Record(Merged("case-3", "case-1"))).ShouldBe(HttpStatusCode.Created);
        (await Record(Written.Correction(merged.Id(0), "case-1", new() { ["into"] = "case-3" })))
            .ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].changes.into merge_ring");
    }

    [Fact]
    public async Task A_subject_is_merged_into_one_other_alone()
    {
        await Opened(Written.Case("case-1", "A"), Written.Case("case-2", "B"), Written.Case("case-3", "C"));
        (await Record(Merged("case-2", "case-1"))).ShouldBe(HttpStatusCode.Created);
        (await Record(Merged("case-2", "case-3"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].into merged_already");
        var merged = (await Record(Merged("case-1", "case-3"))).ShouldBe(HttpStatusCode.Created);
        (await Record(Merged("case-2", "case-3"))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].into merged_already");
        (await Cases(merged.Sequence)).ShouldBe(1);
    }

    [Fact]
    public async Task What_stays_keeps_its_own_and_says_what_it_takes_over()
    {
        var again = Written.Demand("demand-2");
        (again["text"], again["occurred"], again["by"], again["criterion"]) = ("Free Person One", "2012-04-19", "IPHR", "at liberty, without conditions");
        var kept = Written.Demand("demand-1");
        kept.Remove("criterion");
        await Opened(kept, again);
        var merged = (await Record(Merged("demand-2", "demand-1"))).ShouldBe(HttpStatusCode.Created);
        merged.Body["events"]![0]!["warnings"]!.AsArray().Select(one => one!["code"]!.GetValue<string>()).ShouldContain("takes_over");

        var demand = (await Tracker.Get($"/api/campaigns/{Campaign}/demands?after={merged.Sequence}")).ShouldBe(HttpStatusCode.OK)
            .Body["demands"]!.AsArray().ShouldHaveSingleItem()!;
        demand["title"]!.GetValue<string>().ShouldBe(kept["text"]!.GetValue<string>());
        demand["by"]!.GetValue<string>().ShouldBe(kept["by"]!.GetValue<string>());
        demand["criterion"]!.GetValue<string>().ShouldBe("at liberty, without conditions");
        demand["takenOver"]![0]!.ToJsonString().ShouldBe("""{"field":"criterion","from":"demand-2"}""");
    }
}
