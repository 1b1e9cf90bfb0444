using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CampaignTracker.Web.Presentation;

/// <summary>
/// The stylesheets, the fonts and the scripts, kept in the program; an address carries the content's hash, so that browsers may keep it
/// for good.
/// </summary>
public static partial class WebAssets
{
    private sealed record Asset(byte[] Content, string Type, string Hash);

    private static readonly Dictionary<string, Asset> Fonts = new[] { "inter", "record-serif" }
        .SelectMany(family => new[] { "latin-400", "latin-600", "cyrillic-400", "cyrillic-600" }.Select(part => $"{family}-{part}.woff2"))
        .ToDictionary(name => name, name => Of("font/woff2", Bytes(name)), StringComparer.Ordinal);

    private static readonly Dictionary<string, Asset> All = new(Fonts, StringComparer.Ordinal)
    {
        ["app.css"] = Style("tokens.css", "picture.css", "app.css", "home.css"),
        ["record.css"] = Style("record.css"),
        ["times.js"] = Of("text/javascript; charset=utf-8", Bytes("times.js")),
        ["keys.js"] = Of("text/javascript; charset=utf-8", Bytes("keys.js")),
        ["record.js"] = Of("text/javascript; charset=utf-8", Bytes("record.js")),
        ["share.js"] = Of("text/javascript; charset=utf-8", Bytes("share.js")),
        ["replay.js"] = Of("text/javascript; charset=utf-8", Bytes("replay.js")),
        ["icon.svg"] = Of("image/svg+xml", Bytes("icon.svg")),
    };

    /// <summary>The address of an asset.</summary>
    public static string Href(string name) => Href(name, All);

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

    // A stylesheet asks for a font by the name of its file; the address is ours.
    private static Asset Style(params ReadOnlySpan<string> files)
    {
        var text = new StringBuilder();
        foreach (var file in files) text.Append(Text(file));
        var addressed = FontFile().Replace(text.ToString(), match => $"url(\"{Href(match.Groups[1].Value, Fonts)}\")");
        return Of("text/css; charset=utf-8", Encoding.UTF8.GetBytes(addressed));
    }

    private static Asset Of(string type, byte[] content) => new(content, type, Convert.ToHexStringLower(SHA256.HashData(content))[..12]);

    private static byte[] Bytes(string file)
    {
        using var content = new MemoryStream();
        using var stream = Open(file);
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static string Href(string name, Dictionary<string, Asset> assets) => $"/assets/{name}?v={assets[name].Hash}";

    private static Stream Open(string file) =>
        typeof(WebAssets).Assembly.GetManifestResourceStream($"wwwroot/{file}")
        ?? throw new InvalidOperationException($"wwwroot/{file} is not in the program.");

    [GeneratedRegex("url\\(\"([a-z0-9-]+\\.woff2)\"\\)")]
    private static partial Regex FontFile();
}
