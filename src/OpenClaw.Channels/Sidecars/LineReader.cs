using System.Buffers;
using System.IO.Pipelines;

namespace OpenClaw.Channels.Sidecars;

/// <summary>Cuts a stream into lines. No line is ever held that is longer than allowed.</summary>
internal static class LineReader
{
    private const int ReadSize = 64 * 1024;

    /// <summary>Hands over every line, without its end, until the stream ends; a last line without an end is handed over too.</summary>
    /// <param name="stream">What to read; left open.</param>
    /// <param name="maxLine">Bytes of the longest line, its end not counted.</param>
    /// <param name="line">Gets each line; the bytes are valid during the call.</param>
    /// <param name="ct">Ends reading.</param>
    /// <returns>False when a line was too long; reading ended there.</returns>
    public static async Task<bool> ReadAsync(Stream stream, int maxLine, Action<ReadOnlySpan<byte>> line, CancellationToken ct)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: ReadSize, leaveOpen: true));
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(ct).ConfigureAwait(false);
                var rest = read.Buffer;
                while (rest.PositionOf((byte)'\n') is { } end)
                {
                    if (!HandOver(rest.Slice(0, end), maxLine, line))
                        return false;
                    rest = rest.Slice(rest.GetPosition(1, end));
                }

                if (rest.Length > maxLine)
                    return false;
                if (read.IsCompleted)
                {
                    if (!rest.IsEmpty)
                        HandOver(rest, maxLine, line);
                    return true;
                }

                reader.AdvanceTo(rest.Start, rest.End);
            }
        }
        finally
        {
            await reader.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static bool HandOver(ReadOnlySequence<byte> bytes, int maxLine, Action<ReadOnlySpan<byte>> line)
    {
        if (bytes.Length > maxLine)
            return false;
        if (bytes.IsSingleSegment)
        {
            line(bytes.FirstSpan);
            return true;
        }

        var rented = ArrayPool<byte>.Shared.Rent((int)bytes.Length);
        try
        {
            bytes.CopyTo(rented);
            line(rented.AsSpan(0, (int)bytes.Length));
            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
