using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Frames;

/// <summary>
/// Writes frames as UTF-8, straight into the caller's buffer, members in the order of the reference:
/// <c>type, id, ok, payload, error</c> and <c>type, event, payload, seq, stateVersion</c> (spec 01 §2).
/// </summary>
public static class FrameWriter
{
    // As JSON.stringify: only what JSON requires is escaped. The receiver is a JSON parser, never a page.
    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>A successful response.</summary>
    public static void WriteResult<T>(IBufferWriter<byte> output, string id, T payload, JsonTypeInfo<T> type) =>
        WriteResponse(output, id, payload, type, error: null);

    /// <summary>
    /// A response that carries a payload and, when <paramref name="error"/> is given, an error beside it, as <c>agent</c>,
    /// <c>chat.send</c> and <c>skills.install</c> do when they fail.
    /// </summary>
    public static void WriteResponse<T>(IBufferWriter<byte> output, string id, T payload, JsonTypeInfo<T> type, GatewayError? error)
    {
        using var writer = new Utf8JsonWriter(output, s_options);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "res"u8);
        writer.WriteString("id"u8, id);
        writer.WriteBoolean("ok"u8, error is null);
        writer.WritePropertyName("payload"u8);
        JsonSerializer.Serialize(writer, payload, type);
        EndResponse(writer, error);
    }

    /// <summary>A refusal without a payload.</summary>
    public static void WriteError(IBufferWriter<byte> output, string id, GatewayError error)
    {
        using var writer = new Utf8JsonWriter(output, s_options);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "res"u8);
        writer.WriteString("id"u8, id);
        writer.WriteBoolean("ok"u8, false);
        EndResponse(writer, error);
    }

    /// <summary>The answer to a message that is not a request, under <see cref="RequestReading.AnswerId"/>.</summary>
    public static void WriteError(IBufferWriter<byte> output, ReadOnlyMemory<byte> rawId, GatewayError error)
    {
        using var writer = new Utf8JsonWriter(output, s_options);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "res"u8);
        writer.WritePropertyName("id"u8);
        writer.WriteRawValue(rawId.Span, skipInputValidation: true);
        writer.WriteBoolean("ok"u8, false);
        EndResponse(writer, error);
    }

    /// <summary>A whole event frame; <paramref name="seq"/> is absent on targeted events.</summary>
    public static void WriteEvent<T>(
        IBufferWriter<byte> output, EventDefinition<T> definition, T payload, long? seq = null, StateVersion? stateVersion = null)
    {
        WriteEventHead(output, definition, payload);
        WriteEventTail(output, seq, stateVersion);
    }

    /// <summary>
    /// The part of an event frame that is the same for every connection: all up to the end of the payload. Write it once, then
    /// complete each copy with <see cref="WriteEventTail"/>.
    /// </summary>
    public static void WriteEventHead<T>(IBufferWriter<byte> output, EventDefinition<T> definition, T payload)
    {
        using var writer = new Utf8JsonWriter(output, s_options);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "event"u8);
        writer.WriteString("event"u8, definition.Name);
        writer.WritePropertyName("payload"u8);
        JsonSerializer.Serialize(writer, payload, definition.Payload);
        writer.Flush();
    }

    /// <summary>The rest of an event frame: the number of this connection, the state counters, and the closing brace.</summary>
    public static void WriteEventTail(IBufferWriter<byte> output, long? seq, StateVersion? stateVersion)
    {
        Span<byte> tail = stackalloc byte[128];
        var length = 0;
        if (seq is { } number)
        {
            Append(tail, ref length, ",\"seq\":"u8);
            Append(tail, ref length, number);
        }

        if (stateVersion is not null)
        {
            Append(tail, ref length, ",\"stateVersion\":{\"presence\":"u8);
            Append(tail, ref length, stateVersion.Presence);
            Append(tail, ref length, ",\"health\":"u8);
            Append(tail, ref length, stateVersion.Health);
            Append(tail, ref length, "}"u8);
        }

        Append(tail, ref length, "}"u8);
        output.Write(tail[..length]);
    }

    private static void EndResponse(Utf8JsonWriter writer, GatewayError? error)
    {
        if (error is not null)
        {
            writer.WritePropertyName("error"u8);
            JsonSerializer.Serialize(writer, error, ProtocolJson.Default.GatewayError);
        }

        writer.WriteEndObject();
        writer.Flush();
    }

    private static void Append(Span<byte> tail, ref int length, ReadOnlySpan<byte> text)
    {
        text.CopyTo(tail[length..]);
        length += text.Length;
    }

    private static void Append(Span<byte> tail, ref int length, long number)
    {
        number.TryFormat(tail[length..], out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        length += written;
    }
}
