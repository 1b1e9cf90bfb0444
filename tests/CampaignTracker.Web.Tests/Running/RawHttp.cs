using System.Net.Sockets;
using System.Text;

namespace CampaignTracker.Web.Tests.Running;

/// <summary>A client that sends bytes as they are: no library would write what a hostile one does.</summary>
internal static class RawHttp
{
    /// <summary>Sends a request and reads until the server closes.</summary>
    /// <param name="breaksOff">Whether the client leaves when it has sent this; else it waits for the answer.</param>
    /// <returns>The status, 0 where the server closed without one; and the whole answer.</returns>
    public static async Task<(int Status, string Answer)> SendAsync(Uri tracker, byte[] request, bool breaksOff, CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(tracker.Host, tracker.Port, ct);
        await using var stream = client.GetStream();
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(request, ct);
            if (breaksOff) client.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(answer, ct);
        }
        catch (IOException)
        {
            // Closed in the middle: what came before counts.
        }
        var text = Encoding.Latin1.GetString(answer.ToArray());
        return (text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(text.AsSpan(9, 3), null) : 0, text);
    }

    /// <summary>A request of a line, headers and a body.</summary>
    public static byte[] Request(Uri tracker, string line, IEnumerable<string> headers, byte[] body) =>
        [.. Encoding.UTF8.GetBytes($"{line} HTTP/1.1\r\n{string.Concat(headers.Prepend($"Host: {tracker.Authority}").Append("Connection: close").Select(header => header + "\r\n"))}\r\n"), .. body];
}
