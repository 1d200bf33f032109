using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenClaw.Operations.Logging;

/// <summary>The <c>json</c> console style: <c>{"time","level","subsystem","message"}</c>.</summary>
internal static class ConsoleJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(in LogEntry entry, Redactor redactor)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("time", LogLine.Iso(entry.Time));
            writer.WriteString("level", LogLevels.NameOf(entry.Level));
            writer.WriteString("subsystem", entry.Subsystem);
            writer.WriteString("message", redactor.Mask(entry.Message));
            if (entry.Error is { } error)
                writer.WriteString("error", redactor.Mask(error.Message));
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
