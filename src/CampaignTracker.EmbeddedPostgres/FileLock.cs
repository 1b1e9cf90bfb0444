namespace CampaignTracker.EmbeddedPostgres;

/// <summary>Locks on files; the kernel releases them when the process ends, however it ends.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Waits until nobody else has the lock.</summary>
    public static Task<IDisposable> TakeAsync(string path, CancellationToken ct) => WaitAsync(path, FileShare.None, ct);

    /// <summary>Takes a lock that many can have at once.</summary>
    public static Task<IDisposable> ShareAsync(string path, CancellationToken ct) => WaitAsync(path, FileShare.Read, ct);

    /// <summary>Whether somebody has the lock, alone or with others.</summary>
    public static bool IsTaken(string path)
    {
        using var taken = TryOpen(path, FileShare.None);
        return taken is null;
    }

    private static async Task<IDisposable> WaitAsync(string path, FileShare share, CancellationToken ct)
    {
        for (; ; )
        {
            if (TryOpen(path, share) is { } taken)
                return taken;
            await Task.Delay(Pause, ct);
        }
    }

    private static FileStream? TryOpen(string path, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, share, 1);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
