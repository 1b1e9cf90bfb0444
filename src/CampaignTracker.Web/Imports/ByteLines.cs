using System.Buffers;
using System.IO.Pipelines;

namespace CampaignTracker.Web.Imports;

/// <summary>A line of a stream.</summary>
/// <param name="Bytes">The line with its line feed; nothing where it is longer than lines are read.</param>
/// <param name="Length">Its length in bytes.</param>
internal readonly record struct ByteLine(ReadOnlyMemory<byte> Bytes, long Length)
{
    public bool IsTooLong => Length > ByteLines.MaxLength;
}

/// <summary>The lines of a stream as bytes, without holding the stream in memory, nor a line that no event can fill.</summary>
internal sealed class ByteLines(Stream source) : IAsyncEnumerable<ByteLine>
{
    /// <summary>The longest line that is read, in bytes: as much as a request can bring.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    public async IAsyncEnumerator<ByteLine> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var reader = PipeReader.Create(source, new StreamPipeReaderOptions(leaveOpen: true, bufferSize: 64 * 1024));
        var first = true;

        // What was looked through for a line feed is not looked through again; what is too long is counted and let go.
        var (seen, dropped) = (0L, 0L);
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            while (buffer.Slice(seen).PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, buffer.GetPosition(1, end));
                yield return Line(line, dropped, ref first);
                buffer = buffer.Slice(line.End);
                (seen, dropped) = (0, 0);
            }
            if (read.IsCompleted)
            {
                if (dropped > 0 || !buffer.IsEmpty) yield return Line(buffer, dropped, ref first);
                break;
            }
            if (dropped > 0 || buffer.Length > MaxLength)
            {
                dropped += buffer.Length;
                buffer = buffer.Slice(buffer.End);
            }
            seen = buffer.Length;
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
        await reader.CompleteAsync();
    }

    private static ByteLine Line(ReadOnlySequence<byte> line, long dropped, ref bool first)
    {
        var length = dropped + line.Length;
        if (length > MaxLength) return new(ReadOnlyMemory<byte>.Empty, length);
        var bytes = line.ToArray();
        var start = first && bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        first = false;
        return new(bytes.AsMemory(start), length);
    }
}
