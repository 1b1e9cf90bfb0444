using System.Text;
using CampaignTracker.Domain.Cases;
using CampaignTracker.Domain.Catalogue;
using CampaignTracker.Domain.Events;
using CampaignTracker.Edtf;
using CampaignTracker.Web.Sample;

namespace CampaignTracker.Benchmarks;

/// <summary>Campaigns to measure with: the sample under another name and with other ids, then people visited in prison, as many as it takes.</summary>
internal static class Facts
{
    private static readonly DateOnly FirstDay = new(2014, 1, 1);

    /// <summary>A campaign of so many events, in the order in which they are recorded.</summary>
    /// <param name="number">Tells campaigns apart; at most 4,095.</param>
    /// <param name="events">How many; at least those of the sample.</param>
    /// <param name="people">Over how many cases besides those of the sample the rest is spread.</param>
    public static async Task<List<EventLine>> CampaignAsync(int number, int events, int people = 20)
    {
        var lines = (await SampleAsync(number)).ToList();
        for (var i = 0; i < people && lines.Count < events; i++) lines.Add(new EventLine(Guid.CreateVersion7(), Opening(Name(number), $"person-{i}")));
        for (var i = 0; lines.Count < events; i++) lines.Add(new EventLine(Guid.CreateVersion7(), Visit(Name(number), $"person-{i % people}", i / people)));
        return lines;
    }

    /// <summary>The short name of a campaign.</summary>
    public static string Name(int number) => $"campaign-{number}";

    /// <summary>The opening of a case.</summary>
    public static CaseOpened Opening(string campaign, string subject) => new($"Person called {subject}", ["Another name"], "journalist")
    {
        Campaign = campaign,
        Subject = subject,
        Occurred = EdtfDate.Parse("2012-01-23"),
    };

    /// <summary>A visit; each number is another fact.</summary>
    public static PrisonVisited Visit(string campaign, string subject, int number) => new(
        "EU Delegation in Astana", number % 3 > 0, $"Seen for {number} minutes, in good spirits; asks for books and for a doctor.")
    {
        Campaign = campaign,
        Subject = subject,
        Occurred = EdtfDate.Parse($"{FirstDay.AddDays(number % 4_000):yyyy-MM-dd}"),
        Sources = [new Source("Report of the delegation", Url: "https://example.org/reports/visits")],
    };

    private static async Task<IReadOnlyList<EventLine>> SampleAsync(int number)
    {
        var text = Encoding.UTF8.GetString(await SampleCampaign.ReadAsync(CancellationToken.None))
            .Replace("\"eu-kazakhstan\"", $"\"{Name(number)}\"", StringComparison.Ordinal)
            .Replace("019ab000-7000-7000-", $"019ab000-7000-7{number:x3}-", StringComparison.Ordinal);
        var batch = EventBatchReader.ReadLines(Encoding.UTF8.GetBytes(text));
        return batch.Issues.Count == 0 ? batch.Lines : throw new InvalidOperationException($"The sample cannot be read: {batch.Issues[0].Field} {batch.Issues[0].Code}.");
    }
}
