using System.Buffers;

namespace OpenClaw.Storage;

/// <summary>
/// A growing buffer of bytes on pooled memory, for what is written or read whole and then let go. Ownership of the memory passes on with
/// <see cref="Detach"/>, or ends with <see cref="Dispose"/>. One user at a time.
/// </summary>
/// <param name="capacity">Bytes for which there is room at first.</param>
public sealed class PooledBuffer(int capacity = 1024) : IBufferWriter<byte>, IDisposable
{
    private byte[] _array = ArrayPool<byte>.Shared.Rent(capacity);
    private int _length;

    /// <summary>Bytes written.</summary>
    public int Length => _length;

    /// <summary>What was written; not valid any more after the next write.</summary>
    public ReadOnlyMemory<byte> Written => _array.AsMemory(0, _length);

    /// <summary>The content of a file.</summary>
    /// <exception cref="IOException">It cannot be read, or has more than 2 GB.</exception>
    public static PooledBuffer OfFile(string path)
    {
        using var file = File.OpenHandle(path);
        var buffer = new PooledBuffer((int)Math.Min(RandomAccess.GetLength(file) + 1, Array.MaxLength));
        try
        {
            while (RandomAccess.Read(file, buffer.GetSpan(), buffer._length) is > 0 and var read)
                buffer.Advance(read);
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Advance(int count) => _length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsMemory(_length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsSpan(_length);
    }

    /// <summary>Hands the pooled array over; this buffer is empty afterwards.</summary>
    public (byte[] Array, int Length) Detach()
    {
        var result = (_array, _length);
        _array = [];
        _length = 0;
        return result;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array);
        _array = [];
        _length = 0;
    }

    private void Reserve(int sizeHint)
    {
        var wanted = Math.Max(sizeHint, 1);
        if (_array.Length - _length >= wanted)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_array.Length * 2, _length + wanted));
        _array.AsSpan(0, _length).CopyTo(larger);
        if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
