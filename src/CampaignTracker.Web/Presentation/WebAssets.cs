using System.Security.Cryptography;

namespace CampaignTracker.Web.Presentation;

/// <summary>
/// The stylesheet and the scripts, kept in the program; an address carries the content's hash, so that browsers may keep it for good.
/// </summary>
public static class WebAssets
{
    private sealed record Asset(byte[] Content, string Type, string Hash);

    private static readonly Dictionary<string, Asset> All = new(StringComparer.Ordinal)
    {
        // What the picture needs comes first: its own file, since a picture that stands alone carries it along.
        ["app.css"] = Read("text/css; charset=utf-8", "picture.css", "app.css"),
        ["record.css"] = Read("text/css; charset=utf-8", "record.css"),
        ["times.js"] = Read("text/javascript; charset=utf-8", "times.js"),
        ["keys.js"] = Read("text/javascript; charset=utf-8", "keys.js"),
        ["record.js"] = Read("text/javascript; charset=utf-8", "record.js"),
        ["replay.js"] = Read("text/javascript; charset=utf-8", "replay.js"),
        ["icon.svg"] = Read("image/svg+xml", "icon.svg"),
    };

    /// <summary>The address of an asset.</summary>
    public static string Href(string name) => $"/assets/{name}?v={All[name].Hash}";

    /// <summary>A file of wwwroot as text.</summary>
    public static string Text(string file)
    {
        using var reader = new StreamReader(Open(file));
        return reader.ReadToEnd();
    }

    public static void MapAssets(this IEndpointRouteBuilder app) => app.MapGet("/assets/{name}", (string name, HttpContext http) =>
    {
        if (!All.TryGetValue(name, out var asset)) return Results.NotFound();
        http.Response.Headers.CacheControl = http.Request.Query["v"] == asset.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Content, asset.Type, entityTag: new($"\"{asset.Hash}\""));
    }).ExcludeFromDescription();

    private static Asset Read(string type, params ReadOnlySpan<string> files)
    {
        using var content = new MemoryStream();
        foreach (var file in files)
        {
            using var part = Open(file);
            part.CopyTo(content);
        }
        var bytes = content.ToArray();
        return new(bytes, type, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
    }

    private static Stream Open(string file) =>
        typeof(WebAssets).Assembly.GetManifestResourceStream($"wwwroot/{file}")
        ?? throw new InvalidOperationException($"wwwroot/{file} is not in the program.");
}
