using System.Net;
using System.Net.Sockets;

namespace CampaignTracker.Web.Hosting;

/// <summary>Which addresses the server may and can listen on, asked before anything is started for them.</summary>
public static class ListenAddress
{
    /// <summary>Where the settings of the web server stand.</summary>
    internal const string KestrelSettings = "Kestrel";

    /// <summary>The addresses of the settings, which take the place of those of the command line.</summary>
    public static IEnumerable<string> OfSettings(IConfiguration configuration) =>
        configuration.GetSection(KestrelSettings).GetSection("Endpoints").GetChildren().Select(endpoint => endpoint["Url"])
        .OfType<string>();

    /// <summary>True for what can be read as an address to listen on.</summary>
    public static bool IsOne(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https" };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Why an address cannot be listened on just now; null where it can.</summary>
    public static string? Taken(string url)
    {
        var address = BindingAddress.Parse(url);
        if (address.Port == 0) return null;
        try
        {
            using var listener = new TcpListener(
                IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? ip : IPAddress.Loopback, address.Port);
            listener.Start();
            return null;
        }
        catch (SocketException e)
        {
            return e.Message.ToLowerInvariant();
        }
    }

    /// <summary>
    /// Why an address may not be listened on; null when it may. Until there is sign-in, whoever reaches the server can record.
    /// </summary>
    public static string? Refusal(string url)
    {
        var host = BindingAddress.Parse(url).Host;
        var loopback = host is "localhost" || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
        return loopback ? null
            : $"{url} can be reached from other machines, and there is no sign-in yet: anybody could read and record. Listen on a "
            + $"loopback address such as http://127.0.0.1:5080.";
    }
}
