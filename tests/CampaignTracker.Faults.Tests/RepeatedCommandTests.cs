using System.Net;
using CampaignTracker.Testing;
using CampaignTracker.Web.Storage;

namespace CampaignTracker.Faults.Tests;

/// <summary>Clients that do not trust the network send again.</summary>
public sealed class RepeatedCommandTests(TestTrackers trackers)
{
    private const int Commands = 1_000;
    private const int Times = 3;
    private const int Subjects = 25;

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task A_thousand_commands_sent_three_times_at_once_and_again_after_a_restart_are_recorded_once(int round)
    {
        var database = await trackers.NewDatabaseAsync();
        var history = new History();
        var random = new Random(round);
        List<Operation> commands;
        int opened;
        await using (var tracker = await RunningTracker.StartAsync(database, Nodes.One))
        {
            opened = await Writers.OpenAsync(tracker.Address, Subjects);
            commands = [.. Enumerable.Range(0, Commands).Select(i => history.Add(Operation.On(
                Writers.Campaigns[i % 2], Written.Arrested($"case-{i / 2 % Subjects}", $"{1990 + i % 30}-01-{i % 28 + 1:00}"))))];
            var sent = Enumerable.Repeat(commands, Times).SelectMany(all => all).ToArray();

            // Mostly the same command at the same time, now and then a while apart.
            var inTurn = sent.Select((command, i) => (command, Place: i % Commands + random.Next(20))).OrderBy(c => c.Place).Select(c => c.command);
            await SendAsync(tracker, inTurn, atOnce: 24);
        }
        await using (var tracker = await RunningTracker.StartAsync(database, Nodes.One))
        {
            await SendAsync(tracker, commands, atOnce: 8);
            await history.CheckLogAsync(database, opened);
            await History.CheckViewsAsync(database);
        }
        history.Unacknowledged.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Rounds.All), MemberType = typeof(Rounds))]
    public async Task Of_sixteen_who_name_the_version_they_have_seen_one_records_and_the_others_are_told(int round)
    {
        var tracker = await trackers.SharedAsync();
        var campaign = $"seen-{round}";
        await tracker.Open(Written.Campaign(campaign));
        (await tracker.Record(campaign, Written.Case())).ShouldBe(HttpStatusCode.Created);
        for (var version = 1; version <= 4; version++)
        {
            var seen = version;
            var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => tracker.Record(campaign, Written.Arrested().With("seenVersion", seen)))));
            answers.Single(answer => answer.Status == HttpStatusCode.Created).Events[0]!["version"]!.GetValue<long>().ShouldBe(version + 1);
            foreach (var other in answers.Where(answer => answer.Status != HttpStatusCode.Created))
                other.ShouldRefuse(HttpStatusCode.Conflict, "seenVersion newer_version");
        }
        (await tracker.Count(campaign)).ShouldBe(1 + 1 + 4);
    }

    private static Task SendAsync(RunningTracker tracker, IEnumerable<Operation> commands, int atOnce) =>
        Parallel.ForEachAsync(commands, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (command, _) =>
            command.Acknowledge((await tracker.Post($"/api/campaigns/{command.Campaign}/events", command.Body, command.Key)).ShouldBe(HttpStatusCode.Created)));
}
