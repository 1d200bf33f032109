using System.Buffers;
using System.Text.Json;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Providers;

/// <summary>
/// Writes every event of a model's stream as it came, one JSON line each, for somebody who hunts a fault between a model and us
/// (<c>--raw-stream</c>, <c>OPENCLAW_RAW_STREAM</c>). The file holds conversations, so only its owner may read it. Requests, and with
/// them keys, are not written.
/// </summary>
public sealed class RawStreamLog : IDisposable
{
    private readonly Lazy<JsonlFile> _file;
    private readonly TimeProvider _time;

    private RawStreamLog(string path, TimeProvider time)
    {
        _file = new Lazy<JsonlFile>(() => JsonlFile.OpenForAppend(path));
        _time = time;
    }

    /// <summary>The log the environment asks for; null when it asks for none.</summary>
    /// <param name="environment"><c>OPENCLAW_RAW_STREAM</c> turns it on; <c>OPENCLAW_RAW_STREAM_PATH</c> names the file.</param>
    /// <param name="paths">Without a path the file is <c>raw-stream.jsonl</c> in the state's log folder.</param>
    /// <param name="time">The clock.</param>
    public static RawStreamLog? Of(EnvironmentVariables environment, ConfigPaths paths, TimeProvider time) =>
        environment.IsTruthy("OPENCLAW_RAW_STREAM")
            ? new RawStreamLog(environment["OPENCLAW_RAW_STREAM_PATH"] ?? Path.Combine(paths.ServiceLogDir, "raw-stream.jsonl"), time)
            : null;

    /// <summary>Appends one event. A file that cannot be written does not stop the answer.</summary>
    public void Write(string model, string eventType, string data)
    {
        var line = new ArrayBufferWriter<byte>(data.Length + 128);
        using (var writer = new Utf8JsonWriter(line))
        {
            writer.WriteStartObject();
            writer.WriteNumber("ts"u8, _time.GetUtcNow().ToUnixTimeMilliseconds());
            writer.WriteString("model"u8, model);
            writer.WriteString("event"u8, eventType);
            writer.WriteString("data"u8, data);
            writer.WriteEndObject();
        }
        try
        {
            _file.Value.Append(line.WrittenSpan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The person who asked for this file sees that it does not grow; a conversation must not fail for it.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_file.IsValueCreated)
            _file.Value.Dispose();
    }
}
