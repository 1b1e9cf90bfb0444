using Npgsql;

namespace CampaignTracker.Web.Storage;

/// <summary>
/// Tells whoever keeps the views, on any node, that the log has grown. A NOTIFY in the recording transaction would make all commits of the
/// database queue behind one lock, so it follows the commit, and one stands for all that was recorded within a moment of the one before. A
/// signal that is lost costs a moment and nothing else: the keeper also looks by itself.
/// </summary>
public sealed class AppendSignal(NpgsqlDataSource database)
{
    /// <summary>The channel on which Marten listens.</summary>
    private const string Channel = "mt_events_appended";

    // Too short to notice, and long enough that many recorders do not signal more than they record.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    private const int Idle = 0;
    private const int Wanted = 1;
    private const int OnItsWay = 2;

    private int state = Idle;

    /// <summary>Sends the signal soon; returns at once.</summary>
    public void Raise()
    {
        if (Interlocked.Exchange(ref state, Wanted) == Idle) _ = SendAsync();
    }

    private async Task SendAsync()
    {
        do
        {
            Volatile.Write(ref state, OnItsWay);
            try
            {
                await using var command = database.CreateCommand($"select pg_notify('{Channel}', '')");
                await command.ExecuteNonQueryAsync();
            }
            catch (Exception e) when (e is NpgsqlException or ObjectDisposedException or InvalidOperationException or TimeoutException)
            {
                // The events are stored; their recording must not fail for this.
            }
            await Task.Delay(Moment);
        }
        while (Interlocked.CompareExchange(ref state, Idle, OnItsWay) != OnItsWay);
    }
}
