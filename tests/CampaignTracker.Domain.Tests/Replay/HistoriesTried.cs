using System.Globalization;
using CampaignTracker.Domain.Tests.Replay;

[assembly: AssemblyFixture(typeof(HistoriesTried))]

namespace CampaignTracker.Domain.Tests.Replay;

/// <summary>
/// Says at the end of a run how many random histories the properties tried: 10,000 and more where all of them ran, each of at least
/// <see cref="RandomHistory.Least"/> events.
/// </summary>
public sealed class HistoriesTried : IDisposable
{
    public void Dispose()
    {
        if (RandomHistory.Made > 0)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Random histories tried: {RandomHistory.Made:N0}, of at least {RandomHistory.Least} events each."));
    }
}
