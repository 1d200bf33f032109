using System.Buffers;

namespace OpenClaw.Gateway.ControlPlane.Sockets;

/// <summary>A received message on pooled memory. Dispose it as soon as its bytes are understood; a run may last minutes.</summary>
internal sealed class RentedMessage(byte[] array, int length) : IDisposable
{
    private byte[]? _array = array;

    /// <summary>The message.</summary>
    public ReadOnlyMemory<byte> Bytes => _array.AsMemory(0, Length);

    /// <summary>Bytes in the message.</summary>
    public int Length { get; } = length;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _array, null) is { Length: > 0 } held)
            ArrayPool<byte>.Shared.Return(held);
    }
}
