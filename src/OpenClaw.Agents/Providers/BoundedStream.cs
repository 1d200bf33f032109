using System.Runtime.CompilerServices;

namespace OpenClaw.Agents.Providers;

/// <summary>
/// Stops an answer that grows beyond reason, in total or in one line: the event parser below would otherwise buffer a line without end.
/// </summary>
internal sealed class BoundedStream(Stream inner, long maxTotal, int maxLine) : Stream
{
    private long _total;
    private long _line;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Count(buffer.Span[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Count(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        _total += bytes.Length;
        var lastEnd = bytes.LastIndexOf((byte)'\n');
        _line = lastEnd < 0 ? _line + bytes.Length : bytes.Length - lastEnd - 1;
        if (_total > maxTotal)
            throw new AnswerTooLargeException($"more than {maxTotal} bytes");
        if (_line > maxLine)
            throw new AnswerTooLargeException($"a line of more than {maxLine} bytes");
    }
}
