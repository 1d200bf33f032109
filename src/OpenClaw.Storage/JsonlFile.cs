using System.Text.Json;

namespace OpenClaw.Storage;

/// <summary>
/// An append-only file of one JSON value per line. One writer; readers may come at any time. A last line that a crash cut off
/// is skipped by readers and removed by the next writer, so it never swallows the line after it.
/// </summary>
public sealed class JsonlFile : IDisposable
{
    private const byte LineFeed = (byte)'\n';
    private readonly FileStream _stream;
    private readonly bool _durable;
    private readonly Lock _gate = new();

    private JsonlFile(FileStream stream, bool durable)
    {
        _stream = stream;
        _durable = durable;
    }

    /// <summary>Bytes in the file.</summary>
    public long Length => _stream.Length;

    /// <summary>Opens for appending, creating the file (0600) and its directories (0700), and repairs a torn last line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="durable">True: each append returns only after fsync.</param>
    public static JsonlFile OpenForAppend(string path, bool durable = false)
    {
        var full = Path.GetFullPath(path);
        AtomicFile.EnsureDirectory(Path.GetDirectoryName(full)!);
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = AtomicFile.OwnerOnly;
        var file = new JsonlFile(new FileStream(full, options), durable);
        file.RepairTail();
        return file;
    }

    /// <summary>The complete lines of the file in order, without their line ends; none when there is no such file.</summary>
    /// <remarks>Lines that are not JSON (a torn end, damage) are left out; <paramref name="skipped"/> hears the line number of each, from 1.</remarks>
    public static IEnumerable<ReadOnlyMemory<byte>> ReadLines(string path, Action<int>? skipped = null)
    {
        if (!File.Exists(path))
            yield break;
        var content = ReadShared(path);
        var number = 0;
        for (var start = 0; start < content.Length;)
        {
            number++;
            var end = content.AsSpan(start).IndexOf(LineFeed);
            var length = end < 0 ? content.Length - start : end;
            var line = content.AsMemory(start, length);
            start += length + 1;
            if (line.Span.Trim((byte)'\r').Trim((byte)' ').IsEmpty)
                continue;
            if (IsJson(line.Span))
                yield return line;
            else
                skipped?.Invoke(number);
        }
    }

    /// <summary>Appends one JSON value. All of its bytes and the line end go out in one write.</summary>
    /// <exception cref="ArgumentException">The value contains a line feed, which would make two lines of it.</exception>
    public void Append(ReadOnlySpan<byte> json)
    {
        if (json.Contains(LineFeed))
            throw new ArgumentException("A line of a JSON-lines file cannot contain a line feed.", nameof(json));
        var line = new byte[json.Length + 1];
        json.CopyTo(line);
        line[^1] = LineFeed;
        lock (_gate)
        {
            var end = _stream.Length;
            try
            {
                _stream.Position = end;
                _stream.Write(line);
            }
            catch (Exception e) when (e is IOException or ArgumentOutOfRangeException)
            {
                // A full disk may have taken half a line: give it back, so that the file stays a file of whole lines.
                _stream.SetLength(end);
                throw e as IOException ?? new IOException("The file may not grow any further here.", e);
            }
            if (_durable)
                _stream.Flush(flushToDisk: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void RepairTail()
    {
        if (_stream.Length == 0)
            return;
        var tail = ReadTail();
        if (tail.IsEmpty)
            return;
        if (IsJson(tail.Span))
        {
            _stream.Position = _stream.Length;
            _stream.WriteByte(LineFeed);
            return;
        }
        _stream.SetLength(_stream.Length - tail.Length);
    }

    /// <summary>What follows the last line feed.</summary>
    private ReadOnlyMemory<byte> ReadTail()
    {
        for (var window = 4096L; ; window *= 4)
        {
            var start = Math.Max(0, _stream.Length - window);
            var buffer = new byte[_stream.Length - start];
            _stream.Position = start;
            _stream.ReadExactly(buffer);
            var lineFeed = buffer.AsSpan().LastIndexOf(LineFeed);
            if (lineFeed >= 0 || start == 0)
                return buffer.AsMemory(lineFeed + 1);
        }
    }

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var content = new byte[stream.Length];
        var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return read == content.Length ? content : content[..read];
    }

    private static bool IsJson(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        try
        {
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
