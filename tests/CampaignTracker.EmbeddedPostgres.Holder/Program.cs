using CampaignTracker.EmbeddedPostgres;

// A process that holds a private cluster, for tests that kill it: its data folder is the argument. Prints "ready PORT",
// or what is the matter, and leaves when its standard input closes.

try
{
    await using var cluster = await PostgresCluster.StartOrAttachAsync(new ClusterOptions { DataFolder = args[0], Durable = false });
    Console.WriteLine($"ready {cluster.Port}");
    await Console.In.ReadToEndAsync();
    return 0;
}
catch (PostgresUnavailableException e)
{
    Console.WriteLine(e.Message);
    return 1;
}
