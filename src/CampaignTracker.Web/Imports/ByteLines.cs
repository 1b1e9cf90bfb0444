using System.Buffers;
using System.IO.Pipelines;

namespace CampaignTracker.Web.Imports;

/// <summary>The lines of a stream as bytes, each with its line feed, without holding the stream in memory.</summary>
internal sealed class ByteLines(Stream source) : IAsyncEnumerable<ReadOnlyMemory<byte>>
{
    public async IAsyncEnumerator<ReadOnlyMemory<byte>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var reader = PipeReader.Create(source, new StreamPipeReaderOptions(leaveOpen: true, bufferSize: 64 * 1024));
        var first = true;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, buffer.GetPosition(1, end));
                yield return Bytes(line, ref first);
                buffer = buffer.Slice(line.End);
            }
            if (read.IsCompleted)
            {
                if (!buffer.IsEmpty) yield return Bytes(buffer, ref first);
                break;
            }
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
        await reader.CompleteAsync();
    }

    private static ReadOnlyMemory<byte> Bytes(ReadOnlySequence<byte> line, ref bool first)
    {
        var bytes = line.ToArray();
        var start = first && bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        first = false;
        return bytes.AsMemory(start);
    }
}
