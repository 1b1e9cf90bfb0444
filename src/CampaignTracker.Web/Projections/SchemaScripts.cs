namespace CampaignTracker.Web.Projections;

/// <summary>The scripts that make the program's own tables, for its version of the views.</summary>
internal static class SchemaScripts
{
    public static async Task<string> ReadAsync(string name, CancellationToken ct)
    {
        await using var resource = typeof(SchemaScripts).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        return (await reader.ReadToEndAsync(ct)).Replace("{version}", $"{ViewVersion.Current}", StringComparison.Ordinal);
    }
}
