using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Replay;

/// <summary>Published assessments over HTTP.</summary>
public sealed class AssessmentTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task A_published_assessment_stays_as_it_is_and_says_which_recording_the_live_answer_owes_its_change_to()
    {
        var opened = await Opened(
            Written.Case(), Written.Arrested(), Written.Demand("demand-1", "case-1").With("criterion", "He is free"), Agreement(),
            OfDeal("linkage_declared", "2012-03-14").With("by", "Council").With("strength", "Committed").With("wording", "depends").With("issueArea", "reform"),
            OfDeal("condition_attached", "2013-04-18").With("demand", "demand-1").With("requirement", "Necessary"),
            OfDeal("milestone_reached", "2015-12-21").With("milestone", "Signed"));
        var gate = opened.Id(7);
        var recorded = (await Record(Published(opened.Sequence, gate, "AdvancedUnmet", "No"))).ShouldBe(HttpStatusCode.Created);
        var published = (await Assessments(recorded.Sequence)).Single()!;
        (published["departs"]!.GetValue<bool>(), published["founded"]!.GetValue<bool>()).ShouldBe((false, true));

        var id = published["event"]!.GetValue<string>();
        (await Record(Written.Correction(id, "deal", new JsonObject { ["narrative"] = "All was well." }))).ShouldRefuse(HttpStatusCode.UnprocessableEntity, "events[0].corrects published");

        var released = await Record(Written.Released(occurred: "2015-03-01"));
        var departed = (await Assessments(released.Sequence)).Single()!;
        departed["departs"]!.GetValue<bool>().ShouldBeTrue();
        departed["changes"]![0]!["causes"]!.AsArray().Select(cause => cause!["event"]!.GetValue<string>()).ShouldBe([released.Id()]);
        foreach (var field in new[] { "word", "narrative", "knownAt", "ruleSet", "by", "published" })
            departed[field]!.ToJsonString().ShouldBe(published[field]!.ToJsonString());
        departed["verdicts"]![0]!["said"]!.GetValue<string>().ShouldBe("AdvancedUnmet");

        var later = await Record(Published(released.Sequence, gate, "PartlyConditioned", "Yes").With("supersedes", id));
        var both = await Assessments(later.Sequence);
        both.Single(one => one!["event"]!.GetValue<string>() == id)!["supersededBy"]!.GetValue<string>().ShouldBe(later.Id());
        // Released by parole before the signature: met enough, so rewarded; the later one never said what the record says.
        both.Single(one => one!["event"]!.GetValue<string>() == later.Id())!["founded"]!.GetValue<bool>().ShouldBeFalse();
    }

    private async Task<JsonArray> Assessments(long after) =>
        (await Tracker.Get($"/api/campaigns/{Campaign}/assessments?after={after}")).ShouldBe(HttpStatusCode.OK).Body["published"]!.AsArray();

    private static JsonObject Agreement() => new()
    {
        ["type"] = "agreement_defined",
        ["subject"] = "deal",
        ["occurred"] = "2011-05-24",
        ["name"] = "EPCA",
        ["parties"] = new JsonArray("EU", "KZ"),
        ["bodies"] = new JsonArray(new JsonObject { ["name"] = "Council", ["holds"] = new JsonArray("Signed") }),
    };

    private static JsonObject OfDeal(string type, string occurred) => new()
    {
        ["type"] = type,
        ["subject"] = "deal",
        ["occurred"] = occurred,
        ["sources"] = new JsonArray(new JsonObject { ["citation"] = "Council" }),
    };

    private static JsonObject Published(long knownAt, string gate, string verdict, string word) => OfDeal("assessment_published", "2016-01-10")
        .With("knownAt", knownAt).With("ruleSet", 1).With("word", word).With("narrative", "Nothing was delivered.")
        .With("verdicts", new JsonArray(new JsonObject { ["gate"] = gate, ["verdict"] = verdict }));
}
