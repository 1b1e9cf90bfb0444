using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CampaignTracker.Faults.Tests;

/// <summary>Stands between the tracker and its database on this machine, and can hold up or cut what goes through it.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, Task> open = new();
    private readonly int target;
    private readonly Task accepting;
    private volatile TaskCompletionSource flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="target">The port on this machine that is really meant.</param>
    public Proxy(int target)
    {
        this.target = target;
        flowing.SetResult();
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Nothing goes through any more, and nobody is told.</summary>
    public void Stall() => flowing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends every connection; what was on its way is lost.</summary>
    public void Cut()
    {
        foreach (var socket in open.Keys) socket.Dispose();
    }

    /// <summary>Lets everything through again.</summary>
    public void Flow() => flowing.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        Cut();
        Flow();
        await accepting;
        await Task.WhenAll(open.Values);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync();
                open.TryAdd(client, ServeAsync(client));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(PumpAsync(client, server), PumpAsync(server, client));
        }
        catch (SocketException)
        {
            // The database is not there.
        }
        client.Dispose();
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is var read and > 0)
            {
                await flowing.Task;
                for (var sent = 0; sent < read;) sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // One side has gone.
        }
    }
}
