namespace CampaignTracker.Faults.Tests;

/// <summary>
/// The tests that bring about faults run after all others of the project, one at a time: servers, sixteen recorders and a bound on the time want a
/// machine of their own.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
