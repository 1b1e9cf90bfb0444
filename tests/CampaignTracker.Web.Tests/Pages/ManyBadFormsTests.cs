using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Edtf;
using CampaignTracker.Testing;
using CampaignTracker.Web.Forms;
using CampaignTracker.Web.Projections;
using CampaignTracker.Web.Tests.BadInput;
using CampaignTracker.Web.Tests.Running;
using CampaignTracker.Web.Viewpoints;

namespace CampaignTracker.Web.Tests.Pages;

/// <summary>Good forms of every type, each with one field that holds what it cannot: the page names it, keeps what was typed, and nothing is stored.</summary>
public sealed class ManyBadFormsTests(TrackerOfAClass own, TestTrackers trackers, ITestOutputHelper output)
    : TrackerTests(trackers), IClassFixture<TrackerOfAClass>
{
    private const int Seed = 20161227;
    private const int OfEachTypeSent = 6;
    private const int OfEachTypeRead = 140;
    private const int Nth = 8_001;

    // What amends an event is prefilled from it, and a campaign is opened by a page of its own: both are tested by themselves.
    private static readonly IReadOnlyList<EventType> Types = [.. EventCatalogue.All.Where(type => type.Name != "event_corrected" && type.Opens != SubjectKind.Campaign)];

    public override ValueTask InitializeAsync()
    {
        Tracker = own.Tracker;
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_field_that_cannot_be_taken_is_named_beside_it_and_keeps_what_was_typed()
    {
        await OpenAsync(Nth);
        var before = await Tracker.StateAsync(Campaign);
        var sent = 0;
        await Types.ShouldAllFailWell(async type =>
        {
            var random = new Random(Seed + EventCatalogue.All.IndexOf(type));
            var layout = FormLayout.Of(type);
            var good = BadFill.Good(layout, GoodBodies.Of(type.Name, Campaign, Nth));
            using var browser = await new HtmlForm(Tracker.Address).Get($"/{Campaign}/record/{type.Name}");
            for (var i = 0; i < OfEachTypeSent; i++)
            {
                var bad = BadFill.Of(layout, good, random);
                foreach (var (path, values) in good) browser.Fields[path] = [.. values];
                browser.Fields[bad.Path] = [bad.Typed];
                // Another date than those that are offered.
                browser["occurred~"] = "";
                await browser.Press("check");
                Interlocked.Increment(ref sent);
                if (Problem(browser, bad) is { } problem) return $"{type.Name}: {bad}: {problem}";
            }
            return null;
        });
        output.WriteLine($"{sent} bad forms, seed {Seed}");
        (await Tracker.StateAsync(Campaign)).ShouldBe(before);
        await Tracker.ShouldKeepOutOfLogs(Trackers, GoodBodies.Canary);
    }

    [Fact]
    public async Task Whatever_is_typed_is_read_or_named()
    {
        await OpenAsync(Nth + 1);
        var state = (await Tracker.Get<CampaignReader>().ReadAsync(Campaign, Tracker.Get<ViewpointReader>().ReadCommand(("", ""), ("", ""), ("", ""), []), TestContext.Current.CancellationToken))!.State;
        List<string> unnamed = [];
        var read = 0;
        foreach (var type in Types)
        {
            var random = new Random(Seed + 1 + EventCatalogue.All.IndexOf(type));
            var layout = FormLayout.Of(type);
            var good = BadFill.Good(layout, GoodBodies.Of(type.Name, Campaign, Nth + 1));
            Issues(layout, good).ShouldBeEmpty(type.Name);
            for (var i = 0; i < OfEachTypeRead; i++, read++)
            {
                var bad = BadFill.Of(layout, good, random);
                // Whether there is such an event is asked of the record.
                if (Guid.TryParse(bad.Typed, out _) && bad.Field.Shape == FieldShape.Event) continue;
                var named = Issues(layout, new(good, StringComparer.Ordinal) { [bad.Path] = [bad.Typed] });
                if (!named.Exists(path => bad.Path.StartsWith(path, StringComparison.Ordinal) && path.Length > 0)) unnamed.Add($"{type.Name}: {bad}: {string.Join(", ", named)}");
            }
        }
        output.WriteLine($"{read} forms read, seed {Seed}");
        read.ShouldBeGreaterThan(9_000);
        unnamed.Take(40).ShouldBeEmpty();

        // The reader of a form alone: what it and the reader of its JSON find, by path.
        List<string> Issues(FormLayout layout, Dictionary<string, List<string>> filled)
        {
            var values = FormValues.Of(filled.Select(one => KeyValuePair.Create(one.Key, one.Value.ToArray()))).Compact(layout.All);
            var reader = new FormReader(Campaign, state, new HashSet<string>(), new(2026, 1, 1));
            var events = reader.Read(layout, values);
            var batch = EventBatchReader.ReadJson(Encoding.UTF8.GetBytes(new JsonArray([.. events.Select(e => e.Body)]).ToJsonString()), Campaign);
            return [.. reader.Problems.Keys, .. batch.Issues.Select(issue => layout.Nearest(issue.Field[(issue.Field.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimStart('.')))];
        }
    }

    [Fact]
    public void Whatever_looks_like_a_date_is_one_or_says_what_to_write()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var text = BadFill.Date(random);
            if (WrittenDate.TryRead(text, null, out var date, out var problem)) EdtfDate.Parse(date.Text).Text.ShouldBe(date.Text, text);
            else problem.In(Languages.OfTheApi).Length.ShouldBeGreaterThan(10, text);
        }
    }

    private static string? Problem(HtmlForm browser, BadFill bad)
    {
        if (browser.Status != HttpStatusCode.UnprocessableEntity) return $"was answered {browser.Status}";
        // Beside the field itself, or the list or the group that it is in.
        var ids = Enumerable.Range(1, bad.Path.Length).Where(end => end == bad.Path.Length || bad.Path[end] is '.' or '[').Select(end => FieldWords.Id(bad.Path[..end]));
        if (!ids.Any(id => browser.Page.Contains($"id=\"{id}-problem\"", StringComparison.Ordinal))) return $"is not named: {string.Join("; ", browser.Problems)}";
        if (bad.Field.Shape is FieldShape.Choice or FieldShape.Choices or FieldShape.YesNo || bad.Typed.Contains('\0', StringComparison.Ordinal)) return null;
        return browser[bad.Path] == bad.Typed.Trim() ? null : $"became {browser[bad.Path]}";
    }

    private async Task OpenAsync(int nth) => await Tracker.Get<CampaignReader>().WaitAsync(
        (await Tracker.Open(GoodBodies.Campaign(Campaign, nth))).ShouldBe(HttpStatusCode.Created).Sequence, TestContext.Current.CancellationToken);
}
