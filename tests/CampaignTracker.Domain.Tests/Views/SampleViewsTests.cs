using System.Text.Json;
using CampaignTracker.Domain.Record;
using CampaignTracker.Domain.Tests.Sample;
using CampaignTracker.Domain.Views;
using CampaignTracker.Edtf;

namespace CampaignTracker.Domain.Tests.Views;

/// <summary>What people see of the sample: now, eleven days after the urgency resolution, and on the day the agreement was signed.</summary>
public class SampleViewsTests
{
    private static readonly Dictionary<string, Func<CampaignState, object?>> Makers = new()
    {
        ["timeline"] = Timeline.Of,
        ["demands"] = DemandBoard.Of,
        ["cases"] = CaseList.Of,
        ["restrictions"] = RestrictionList.Of,
        ["resolutions"] = ResolutionList.Of,
        ["dialogues"] = DialogueLog.Of,
        ["agreements"] = AgreementLadder.Of,
        ["contested"] = state => ContestedQueue.Of(state, Rules.V1, Rules.Memo),
        ["summary"] = CampaignSummary.Of,
    };

    private static readonly JsonSerializerOptions Indented = ViewJson.Configure(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" });

    public static TheoryData<string, string> Views()
    {
        var all = new TheoryData<string, string>();
        foreach (var view in Makers.Keys)
        {
            foreach (var asOf in new[] { "open", "2013-04-30", "2015-12-21" }) all.Add(view, asOf);
        }
        return all;
    }

    [Theory, MemberData(nameof(Views))]
    public void Each_view_of_the_sample_is_as_approved(string view, string asOf) =>
        Json(view, asOf, SampleFile.Recorded).ShouldMatchApproved(options => options.WithFileExtension("json").WithDiscriminator($"{view}.{asOf}"));

    [Theory, MemberData(nameof(Views))]
    public void The_order_of_recording_in_the_file_does_not_matter(string view, string asOf) =>
        Json(view, asOf, SampleFile.Recorded.Reverse()).ShouldBe(Json(view, asOf, SampleFile.Recorded));

    [Theory, MemberData(nameof(Views))]
    public void A_stored_view_reads_back_as_it_was(string view, string asOf)
    {
        var made = Make(view, asOf, SampleFile.Recorded)!;
        var json = JsonSerializer.Serialize(made, made.GetType(), ViewJson.Options);
        var read = JsonSerializer.Deserialize(json, made.GetType(), ViewJson.Options)!;
        JsonSerializer.Serialize(read, read.GetType(), ViewJson.Options).ShouldBe(json);
    }

    [Fact]
    public void Who_was_held_on_a_day_is_the_same_whether_one_asks_the_list_or_travels_there()
    {
        var now = CaseList.Of(CampaignState.Of(SampleFile.Recorded, Viewpoints.Now));
        for (var day = new DateOnly(2012, 1, 1); day.Year < 2020; day = day.AddDays(5))
        {
            foreach (var then in CaseList.Of(CampaignState.Of(SampleFile.Recorded, Viewpoints.Of(EdtfDate.Of(day)))).Cases)
                now.Cases.Single(item => item.Name == then.Name).HeldOn(day).ShouldBe(then.Held, $"{then.Name} on {day:O}");
        }
    }

    [Fact]
    public void All_three_prisoners_were_held_when_the_parliament_asked_for_their_release()
    {
        var day = new DateOnly(2013, 4, 18);
        CaseList.Of(CampaignState.Of(SampleFile.Recorded, Viewpoints.Now)).Cases.Where(item => item.HeldOn(day) == Held.Yes)
            .Select(item => item.Title).ShouldBe(["Roza Tuletaeva", "Vadim Kuramshin", "Vladimir Kozlov"]);
    }

    [Theory]
    [InlineData("tuletayeva")]
    [InlineData("Тулетаева")]
    [InlineData("Төлетаева")]
    public void Any_spelling_finds_the_case(string query)
    {
        var found = new TimelineFilter(Text: query).Matches(Timeline.Of(CampaignState.Of(SampleFile.Recorded, Viewpoints.Now)));
        found.Count(entry => entry.Subject == "case-3").ShouldBe(7);
        found.ShouldAllBe(entry => entry.Subject == "case-3" || entry.AlsoOn.Contains("case-3") || entry.AlsoOn.Contains("release-case-3")
            || entry.Sources.Any(source => source.Title != null && source.Title.Contains("Tuletayeva", StringComparison.Ordinal)));
    }

    private static object? Make(string view, string asOf, IEnumerable<RecordedEvent> events) =>
        Makers[view](CampaignState.Of(events, asOf == "open" ? Viewpoints.Now : Viewpoints.Of(EdtfDate.Parse(asOf))));

    private static string Json(string view, string asOf, IEnumerable<RecordedEvent> events) =>
        JsonSerializer.Serialize(Make(view, asOf, events), Indented);
}
