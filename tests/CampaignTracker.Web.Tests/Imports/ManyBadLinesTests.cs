using System.Text;
using System.Text.Json.Nodes;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Domain.Record;
using CampaignTracker.Testing;
using CampaignTracker.Web.Imports;
using CampaignTracker.Web.Tests.BadInput;
using CampaignTracker.Web.Tests.Running;

namespace CampaignTracker.Web.Tests.Imports;

/// <summary>Bad events as lines of a file: each is named by its line and field, its chunk stays out, and what stands in earlier chunks is recorded.</summary>
public sealed class ManyBadLinesTests(TestTrackers trackers, ITestOutputHelper output) : TrackerTests(trackers)
{
    private const int Seed = 20141107;
    private const int OfEachType = 150;
    private const int AtOnce = 80;

    [Fact]
    public async Task Every_line_that_cannot_be_read_is_named()
    {
        var random = new Random(Seed);
        var other = NewName();
        var bad = EventCatalogue.All.Select(type => Good(type, other)).SelectMany(good =>
            FieldMistakes.Of(good).Concat(SyntaxMistakes.Of(good, random)).Where(IsLine).OrderBy(_ => random.Next()).Take(OfEachType)).ToList();
        await ShouldNameEvery(bad, other);
        await Told(bad.Count);
        bad.Count.ShouldBeGreaterThanOrEqualTo(5_000);
    }

    [Fact]
    public async Task Every_line_that_a_rule_refuses_is_named()
    {
        var other = NewName();
        (await Tracker.Open(GoodBodies.Campaign(other, 5))).ShouldBe(System.Net.HttpStatusCode.Created);
        var random = new Random(Seed);
        var count = 0;
        IEnumerable<BadBody> Bad(EventType type, int most) =>
            RuleMistakes.Of(Good(type, other)).Where(body => body.Field != "campaign" && IsLine(body)).OrderBy(_ => random.Next()).Take(most);

        foreach (var types in EventCatalogue.All.Where(type => type.Opens is null).Chunk(12))
            count += await ShouldNameEvery([.. types.SelectMany(type => Bad(type, 80))], other);
        // What is opened badly counts as open for the lines behind it: one at a time.
        foreach (var bad in EventCatalogue.All.Where(type => type.Opens is not null and not SubjectKind.Campaign).SelectMany(type => Bad(type, 25)))
            count += await ShouldNameEvery([bad], other);
        await Told(count);
    }

    // Of many problems the first hundred are told: so many lines at a time that each is.
    private async Task<int> ShouldNameEvery(List<BadBody> bad, string other)
    {
        // Too many entries are found while a line is read, and what a rule says of the other lines is not asked then.
        foreach (var alike in bad.GroupBy(body => body.Mistake == "too many"))
        {
            foreach (var some in alike.Chunk(AtOnce)) await ShouldNameEach(some, other);
        }
        return bad.Count;
    }

    /// <summary>A good campaign, a good line of another, and the bad ones.</summary>
    private async Task ShouldNameEach(BadBody[] bad, string other)
    {
        var earlier = NewName();
        using var file = new MemoryStream();
        file.Write(Encoding.UTF8.GetBytes(Written.Campaign(earlier).ToJsonString() + "\n" + Written.Context().With("campaign", other).ToJsonString() + "\n"));
        foreach (var line in bad)
        {
            file.Write(line.Json);
            file.Write("\n"u8);
        }
        file.Position = 0;
        var stored = await Tracker.Count(other);

        var result = await Tracker.Get<LineImport>().RunAsync(file, "importer", _ => { }, TestContext.Current.CancellationToken);

        if (bad.Length > 1 && result.Problems[^1].StartsWith("and ", StringComparison.Ordinal))
        {
            foreach (var half in bad.Chunk((bad.Length + 1) / 2)) await ShouldNameEach(half, other);
            return;
        }
        result.Recorded.ShouldBe(1);
        (await Tracker.Count(earlier)).ShouldBe(1);
        (await Tracker.Count(other)).ShouldBe(stored);
        var named = result.Problems.Where(problem => problem.StartsWith("line ", StringComparison.Ordinal)).Select(problem => (Line: problem[..problem.IndexOf(':', StringComparison.Ordinal)], Problem: problem)).ToLookup(p => p.Line, p => p.Problem);
        await bad.Index().ShouldAllFailWell(one => Task.FromResult(Unexplained(one.Item, $"line {one.Index + 3}", named)));
        result.Problems.Where(problem => problem.Contains(GoodBodies.Canary, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private async Task Told(int count)
    {
        output.WriteLine($"{count} bad lines, seed {Seed}");
        await Tracker.ShouldKeepOutOfLogs(Trackers, GoodBodies.Canary);
    }

    // A problem reads 'line 7: field what is wrong', or 'line 7: what is wrong' where it is the line as a whole.
    private static string? Unexplained(BadBody body, string line, ILookup<string, string> named)
    {
        var problems = named[line].Select(problem => problem[(line.Length + 2)..]).ToList();
        bool Names(string problem) => body.Field.Length == 0 ? problem.StartsWith("is ", StringComparison.Ordinal) || problem.StartsWith("has ", StringComparison.Ordinal)
            : problem.StartsWith(body.Field, StringComparison.Ordinal) && problem[body.Field.Length] is ' ' or '.' or '[';
        var good = body.Readable ? problems.Any(Names) : problems.Count > 0 && problems.All(Names);
        return good ? null : $"{line} should name '{body.Field}' and says '{string.Join("', '", problems)}' of {body}";
    }

    private static JsonObject Good(EventType type, string campaign) => GoodBodies.Of(type.Name, campaign, 5).With("campaign", campaign);

    // Nothing but white space is no event, and a line feed ends one.
    private static bool IsLine(BadBody body) => !body.Json.Contains((byte)'\n') && body.Json.AsSpan().Trim(" \t\r"u8).Length > 0;
}
