using System.Text.Json;
using System.Text.Unicode;

namespace OpenClaw.Protocol.Frames;

/// <summary>
/// Reads one message into a <see cref="RequestFrame"/>, in one pass and without building a document. Never throws, whatever the
/// bytes are. A repeated member counts with its last value, as in the reference.
/// </summary>
public static class RequestFrameReader
{
    // Deeper than any frame we accept, so that a depth bomb still gets an answer instead of a parse failure.
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 1024 };

    /// <summary>Reads the message; the result refers to its memory.</summary>
    public static RequestReading Read(ReadOnlyMemory<byte> message)
    {
        if (!Utf8.IsValid(message.Span))
            return new RequestReading(FrameFault.NotJson, null, null, default);
        var scan = new FrameScan(message);
        try
        {
            scan.Run(s_options);
        }
        catch (JsonException)
        {
            return new RequestReading(FrameFault.NotJson, null, null, default);
        }

        return scan.Result();
    }
}
