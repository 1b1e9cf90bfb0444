using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CampaignTracker.EmbeddedPostgres;

/// <summary>Ports on the loopback address.</summary>
internal static class FreePort
{
    // Below the ports that systems give to outgoing connections (from 32768 on Linux, 49152 elsewhere), one of which
    // could otherwise sit on a port that was free yesterday.
    private const int First = 20000;
    private const int End = 32768;

    public static int Next()
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            if (RandomNumberGenerator.GetInt32(First, End) is var port && IsFree(port))
                return port;
        }
        throw new PostgresUnavailableException($"No port from {First} to {End - 1} is free on 127.0.0.1.");
    }

    public static bool IsFree(int port)
    {
        if (port is <= 0 or > IPEndPoint.MaxPort)
            return false;
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // As the server does: connections that ended a moment ago do not keep the port.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
