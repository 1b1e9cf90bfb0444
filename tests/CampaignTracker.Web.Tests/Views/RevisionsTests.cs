using System.Net;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Views;

/// <summary>What was corrected, retracted and reconciled, in every view as it is answered.</summary>
public sealed class RevisionsTests(TestTrackers trackers) : TrackerTests(trackers)
{
    [Fact]
    public async Task Every_view_answers_what_was_revised_live_and_replayed()
    {
        var opened = await Opened(Written.Case(), Written.Arrested());
        var arrested = await Record(Written.Arrested(occurred: "2012-02-01"));
        var corrected = await Record(Written.Correction(arrested.Id(), "case-1", new JsonObject { ["occurred"] = "2012-02-02" }));
        foreach (var view in ViewCatalogue.Stored)
        {
            var address = $"/api/campaigns/{Campaign}{(view == ViewCatalogue.Summary ? "" : $"/{view.Name}")}";
            var live = (await Tracker.Get($"{address}?after={corrected.Sequence}")).ShouldBe(HttpStatusCode.OK);
            var replayed = (await Tracker.Get($"{address}?asOf=2020")).ShouldBe(HttpStatusCode.OK);
            foreach (var answer in new[] { live, replayed })
            {
                var revisions = answer.Body["revisions"].ShouldNotBeNull($"{view.Name} says nothing of what was revised").AsArray();
                if (view.Name is "resolutions" or "restrictions" or "dialogues" or "agreements" or "assessments")
                {
                    revisions.ShouldBeEmpty(view.Name);
                    continue;
                }
                revisions.Count.ShouldBe(1, view.Name);
                var revision = revisions[0]!;
                (revision["what"]!.GetValue<string>(), revision["event"]!.GetValue<string>(), revision["reason"]!.GetValue<string>())
                    .ShouldBe(("Corrected", arrested.Id(), "Misread."), view.Name);
                revision["by"]!.GetValue<string>().ShouldNotBeEmpty();
                revision["at"]!.GetValue<DateTimeOffset>().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
            }
        }
        var life = (await Tracker.Get($"/api/campaigns/{Campaign}/events/{arrested.Id()}")).ShouldBe(HttpStatusCode.OK);
        life.Body["stages"]![0]!["fields"]![0]!["first"]!.GetValue<string>().ShouldBe("2012-02-01");
        opened.Sequence.ShouldBeLessThan(arrested.Sequence);
    }

    [Fact]
    public async Task Every_board_tells_what_was_revised_by_whom_when_and_why_one_step_from_what_it_said_before()
    {
        await Opened(Written.Case());
        var arrested = await Record(Written.Arrested(occurred: "2012-02-01"));
        var corrected = await Record(Written.Correction(arrested.Id(), "case-1", new JsonObject { ["occurred"] = "2012-02-02" }));
        foreach (var board in new[] { "cases", "demands", "contested", "expectations" })
        {
            var page = (await Tracker.Get($"/{Campaign}/{board}?after={corrected.Sequence}")).ShouldBe(HttpStatusCode.OK).Text;
            page.ShouldContain("Corrected, withdrawn or settled: 1", customMessage: board);
            var told = page[page.IndexOf("Corrected, withdrawn or settled: 1", StringComparison.Ordinal)..];
            told.ShouldSatisfyAllConditions(
                _ => told.ShouldContain($"/{Campaign}/events/{arrested.Id()}"),
                _ => told.ShouldContain("Misread."),
                _ => told.ShouldContain($"by {RunningTracker.Recorder},"),
                _ => told.ShouldContain("data-instant"));
        }
        (await Tracker.Get($"/{Campaign}/resolutions")).Text.ShouldNotContain("Corrected, withdrawn or settled");
        (await Tracker.Get($"/{Campaign}/events/{arrested.Id()}")).Text.ShouldContain("2012-02-01");
    }

    [Fact]
    public async Task A_campaign_is_not_said_to_be_unknown_where_it_was_only_recorded_later()
    {
        var opened = await Opened(Written.Case());
        foreach (var path in new[] { "", "/cases", "/timeline", "/frames", "/citation", $"/events/{Guid.Empty}" })
        {
            (await Tracker.Get($"/api/campaigns/{Campaign}{path}?knownAt=0&after={opened.Sequence}")).ShouldRefuse(HttpStatusCode.NotFound, "knownAt nothing_known");
            (await Tracker.Get($"/api/campaigns/nowhere{path}?knownAt=0")).ShouldRefuse(HttpStatusCode.NotFound, "campaign unknown_campaign");
        }
    }
}
