namespace CampaignTracker.Web.Hosting;

/// <summary>What the operator chose.</summary>
/// <param name="Recorder">The name under which everything is recorded, until there is sign-in.</param>
public sealed record TrackerOptions(string Recorder)
{
    /// <summary>Reads <c>Recorder:Name</c>; without it the name of the account that runs the program.</summary>
    public static TrackerOptions From(IConfiguration configuration) =>
        new(configuration["Recorder:Name"] is { Length: > 0 } name ? name : Environment.UserName);
}
