using System.Globalization;
using System.Text;
using OpenClaw.Protocol.Logs;

namespace OpenClaw.Gateway.ControlPlane.Logs;

/// <summary>Reads the end of the log file for <c>logs.tail</c> (spec 02 §2). The cursor is a byte offset into the file.</summary>
internal static class LogTail
{
    private const int DefaultLimit = 500;
    private const int DefaultMaxBytes = 250_000;

    /// <summary>The lines after the cursor, or the last ones.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<LogsTailResult> ReadAsync(string configured, LogsTailParams parameters, CancellationToken cancellationToken)
    {
        var file = Resolve(configured);
        var (limit, maxBytes) = ((int)(parameters.Limit ?? DefaultLimit), parameters.MaxBytes ?? DefaultMaxBytes);
        if (!File.Exists(file))
            return new LogsTailResult { File = file, Cursor = 0, Size = 0, Lines = [], Truncated = false, Reset = false };

        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous);
        await using (stream.ConfigureAwait(false))
        {
            var size = stream.Length;
            var (start, truncated, reset) = Window(size, parameters.Cursor, maxBytes);
            // The byte before the window tells whether its first line is whole.
            var from = Math.Max(0, start - 1);
            var buffer = new byte[size - from];
            stream.Seek(from, SeekOrigin.Begin);
            var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            var bytes = buffer.AsMemory(0, length);
            return new LogsTailResult
            {
                File = file,
                Cursor = size,
                Size = size,
                Lines = Lines(start > 0 ? SkipPartialLine(bytes) : bytes, limit),
                Truncated = truncated,
                Reset = reset,
            };
        }
    }

    private static (long Start, bool Truncated, bool Reset) Window(long size, long? cursor, long maxBytes)
    {
        var last = Math.Max(0, size - maxBytes);
        if (cursor is not { } from)
            return (last, last > 0, false);
        if (from > size)
            return (last, last > 0, true);
        return size - from <= maxBytes ? (from, false, false) : (last, true, true);
    }

    private static ReadOnlyMemory<byte> SkipPartialLine(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.IndexOf((byte)'\n') is var end and >= 0 ? bytes[(end + 1)..] : default;

    private static string[] Lines(ReadOnlyMemory<byte> bytes, int limit)
    {
        if (bytes.IsEmpty)
            return [];
        var lines = Encoding.UTF8.GetString(bytes.Span).Split('\n');
        var count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        return lines[Math.Max(0, count - limit)..count];
    }

    // A dated file of a day without a line yet does not exist; the newest one then is where the log ended.
    private static string Resolve(string configured)
    {
        if (File.Exists(configured) || !IsDated(Path.GetFileName(configured)) || Path.GetDirectoryName(configured) is not { } directory || !Directory.Exists(directory))
            return configured;
        return Directory.EnumerateFiles(directory, "openclaw-*.log").Where(f => IsDated(Path.GetFileName(f))).MaxBy(File.GetLastWriteTimeUtc) ?? configured;
    }

    private static bool IsDated(string name) =>
        name.StartsWith("openclaw-", StringComparison.Ordinal) && name.EndsWith(".log", StringComparison.Ordinal)
        && DateOnly.TryParseExact(name["openclaw-".Length..^".log".Length], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
