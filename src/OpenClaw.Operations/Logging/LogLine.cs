using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenClaw.Operations.Logging;

/// <summary>
/// The file's line format (spec 05 §7.1): numeric keys are the arguments of the log call, which existing readers join, and
/// <c>_meta</c> carries level, subsystem and date.
/// </summary>
internal sealed class LogLine : IDisposable
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _writer;
    private readonly string _host = Environment.MachineName;

    public LogLine() => _writer = new Utf8JsonWriter(_buffer, s_options);

    /// <summary>The line with its final newline; valid until the next call.</summary>
    public ReadOnlySpan<byte> Format(in LogEntry entry, Redactor redactor)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        var time = Iso(entry.Time);
        var name = $"{{\"subsystem\":\"{JsonEncodedText.Encode(entry.Subsystem, s_options.Encoder)}\"}}";

        _writer.WriteStartObject();
        _writer.WriteString("0", name);
        _writer.WriteString("1", redactor.Mask(entry.Message));
        if (entry.Error is { } error)
            _writer.WriteString("2", redactor.Mask(error.ToString()));
        _writer.WriteStartObject("_meta");
        _writer.WriteString("runtime", "dotnet");
        _writer.WriteString("hostname", _host);
        _writer.WriteString("name", name);
        _writer.WriteStartArray("parentNames");
        _writer.WriteStringValue("openclaw");
        _writer.WriteEndArray();
        _writer.WriteString("date", time);
        _writer.WriteNumber("logLevelId", LogLevels.FileIdOf(entry.Level));
        _writer.WriteString("logLevelName", LogLevels.FileNameOf(entry.Level));
        _writer.WriteEndObject();
        _writer.WriteString("time", time);
        _writer.WriteEndObject();
        _writer.Flush();
        _buffer.Write("\n"u8);
        return _buffer.WrittenSpan;
    }

    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public void Dispose() => _writer.Dispose();
}
