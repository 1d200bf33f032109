using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Client.Connection;

/// <summary>Frames as a client writes and reads them (spec 01 §2). What is not a frame we know is ignored, never an error.</summary>
internal static class FrameText
{
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>A request whose params are JSON already.</summary>
    public static ReadOnlyMemory<byte> Request(string id, string method, ReadOnlySpan<byte> parameters)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + parameters.Length);
        using var writer = Head(buffer, id, method);
        writer.WriteRawValue(parameters, skipInputValidation: true);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>A request with typed params.</summary>
    public static ReadOnlyMemory<byte> Request<T>(string id, string method, T parameters, JsonTypeInfo<T> type)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = Head(buffer, id, method);
        JsonSerializer.Serialize(writer, parameters, type);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Reads a response; null when the frame is none.</summary>
    public static ResponseFrame? ReadResponse(JsonElement frame)
    {
        if (Text(frame, "type") != "res" || Text(frame, "id") is not { } id)
            return null;
        var payload = frame.TryGetProperty("payload", out var value) ? value.Clone() : default;
        if (frame.TryGetProperty("ok", out var ok) && ok.ValueKind == JsonValueKind.True)
            return new ResponseFrame(id, payload, null);
        var error = frame.TryGetProperty("error", out var fault) && fault.ValueKind == JsonValueKind.Object
            ? Error(fault)
            : GatewayError.Unavailable("the gateway answered with an error and did not say which");
        return new ResponseFrame(id, payload, error);
    }

    /// <summary>Reads an event; null when the frame is none.</summary>
    public static GatewayEvent? ReadEvent(JsonElement frame)
    {
        if (Text(frame, "type") != "event" || Text(frame, "event") is not { } name)
            return null;
        return new GatewayEvent
        {
            Kind = GatewayEventKind.Message,
            Name = name,
            Payload = frame.TryGetProperty("payload", out var payload) ? payload.Clone() : default,
            Seq = frame.TryGetProperty("seq", out var seq) && seq.ValueKind == JsonValueKind.Number && seq.TryGetInt64(out var number) ? number : null,
            StateVersion = frame.TryGetProperty("stateVersion", out var version) && version.ValueKind == JsonValueKind.Object
                ? version.Deserialize(ProtocolJson.Default.StateVersion)
                : null,
        };
    }

    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    // By hand: an error that lacks a member must still be readable, and gateways differ in what they add.
    private static GatewayError Error(JsonElement fault) => new(
        Text(fault, "code") ?? ErrorCodes.Unavailable,
        Text(fault, "message") ?? "unknown error",
        fault.TryGetProperty("details", out var details) ? details.Clone() : null,
        fault.TryGetProperty("retryable", out var again) && again.ValueKind is JsonValueKind.True or JsonValueKind.False ? again.GetBoolean() : null,
        fault.TryGetProperty("retryAfterMs", out var after) && after.ValueKind == JsonValueKind.Number && after.TryGetInt32(out var ms) ? ms : null);

    private static Utf8JsonWriter Head(ArrayBufferWriter<byte> buffer, string id, string method)
    {
        var writer = new Utf8JsonWriter(buffer, s_options);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "req"u8);
        writer.WriteString("id"u8, id);
        writer.WriteString("method"u8, method);
        writer.WritePropertyName("params"u8);
        return writer;
    }
}
