using System.Buffers;
using System.Buffers.Text;
using OpenClaw.Storage;

namespace OpenClaw.Gateway.ControlPlane.Sockets;

/// <summary>
/// One serialised message, shared by every outbox that holds it and returned to the pool by the last one. A broadcast is
/// serialised once; only its <c>seq</c> differs per connection and is put in when the frame is copied to the socket.
/// </summary>
internal sealed class OutboundFrame
{
    /// <summary>Most bytes that <c>,"seq":N</c> can take.</summary>
    public const int MaxSeqBytes = 7 + 19;

    private readonly byte[] _array;
    private readonly int _seqAt;
    private int _holders = 1;

    /// <param name="buffer">The serialised frame; ownership passes to this object.</param>
    /// <param name="seqAt">Where <c>,"seq":N</c> belongs, or -1 for a frame without one.</param>
    public OutboundFrame(PooledBuffer buffer, int seqAt = -1)
    {
        (_array, Length) = buffer.Detach();
        _seqAt = seqAt;
    }

    /// <summary>Bytes of the frame without its <c>seq</c>.</summary>
    public int Length { get; }

    /// <summary>True when each connection puts its own <c>seq</c> in.</summary>
    public bool Numbered => _seqAt >= 0;

    /// <summary>One more holder; paired with one more <see cref="Release"/>.</summary>
    public void Retain() => Interlocked.Increment(ref _holders);

    /// <summary>One holder less; the last returns the memory.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
            ArrayPool<byte>.Shared.Return(_array);
    }

    /// <summary>The bytes to send; <paramref name="scratch"/> is used (and may grow) only by a numbered frame.</summary>
    public ReadOnlyMemory<byte> ForConnection(long seq, ref byte[]? scratch)
    {
        if (!Numbered)
            return _array.AsMemory(0, Length);
        var wanted = Length + MaxSeqBytes;
        if (scratch is null || scratch.Length < wanted)
        {
            if (scratch is not null)
                ArrayPool<byte>.Shared.Return(scratch);
            scratch = ArrayPool<byte>.Shared.Rent(wanted);
        }
        _array.AsSpan(0, _seqAt).CopyTo(scratch);
        var at = _seqAt;
        ",\"seq\":"u8.CopyTo(scratch.AsSpan(at));
        at += 7;
        Utf8Formatter.TryFormat(seq, scratch.AsSpan(at), out var digits);
        at += digits;
        _array.AsSpan(_seqAt, Length - _seqAt).CopyTo(scratch.AsSpan(at));
        return scratch.AsMemory(0, Length + 7 + digits);
    }
}
