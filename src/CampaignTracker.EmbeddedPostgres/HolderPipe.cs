using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace CampaignTracker.EmbeddedPostgres;

/// <summary>
/// A holder's end of the named pipe that keeps the server running. The kernel closes it when the process dies, and the
/// supervisor, which reads the other end, sees the end of the file when the last holder has gone. It is closed in
/// programs that the holder starts.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial class HolderPipe : IDisposable
{
    private const int NoReader = 6; // ENXIO, the same number on Linux, macOS and the BSDs.

    private readonly FileStream stream;

    private HolderPipe(FileStream stream) => this.stream = stream;

    public static void Create(string path)
    {
        if (File.Exists(path))
            return;
        if (MakeFifo(path, 0x180 /* 0600 */) != 0)
            throw new IOException($"Cannot make the pipe {path}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>Opens the pipe for writing; null when nobody reads it, so there is no supervisor.</summary>
    public static HolderPipe? TryOpen(string path)
    {
        // Write only, do not wait for a reader, close in children.
        var flags = OperatingSystem.IsLinux() ? 0x1 | 0x800 | 0x80000 : 0x1 | 0x4 | (OperatingSystem.IsMacOS() ? 0x1000000 : 0x100000);
        var descriptor = Open(path, flags);
        if (descriptor >= 0)
        {
            var stream = new FileStream(new SafeFileHandle(descriptor, ownsHandle: true), FileAccess.Write, bufferSize: 0);
            if (!stream.CanSeek)
                return new HolderPipe(stream);
            // A copy of the data folder can have made a plain file of it.
            stream.Dispose();
            File.Delete(path);
            return null;
        }
        if (Marshal.GetLastPInvokeError() == NoReader)
            return null;
        throw new IOException($"Cannot open the pipe {path}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    /// <summary>Asks the supervisor to see to it that the server runs, on this port if it has to be started.</summary>
    /// <returns>False when the supervisor has gone.</returns>
    public bool TryAsk(string token, int port)
    {
        try
        {
            stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{token} {port}\n")));
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => stream.Dispose();

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "mkfifo", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakeFifo(string path, uint mode);
}
