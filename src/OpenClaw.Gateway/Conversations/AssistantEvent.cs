using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OpenClaw.Agents.Runs;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Agent;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Gateway.Conversations;

/// <summary>
/// The <c>agent</c> event of a growing answer. On the wire it is an <see cref="AgentEvent"/> with <see cref="AgentAssistantData"/>; it is
/// written from the run's own text, because it repeats the whole answer for every few characters of it.
/// </summary>
/// <param name="said">What the run said.</param>
internal sealed class AssistantEvent(RunEvent.AssistantText said)
{
    private const int PartLength = 512;

    private static readonly JsonTypeInfo<AssistantEvent> s_type =
        JsonMetadataServices.CreateValueInfo<AssistantEvent>(ProtocolJson.Default.Options, new Converter());

    /// <summary>The same event as <see cref="ProtocolEvents.Agent"/>.</summary>
    public static EventDefinition<AssistantEvent> Definition { get; } = new(ProtocolEvents.Agent.Name, ProtocolEvents.Agent.Audience, static () => s_type)
    {
        DropIfSlow = ProtocolEvents.Agent.DropIfSlow,
        Summary = ProtocolEvents.Agent.Summary,
    };

    private sealed class Converter : JsonConverter<AssistantEvent>
    {
        public override AssistantEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("this event is only sent");

        public override void Write(Utf8JsonWriter writer, AssistantEvent value, JsonSerializerOptions options) => value.Write(writer);
    }

    /// <summary>The writer makes room for the most that the characters it is given may need, which is three times what they need as a rule.</summary>
    private static void WriteInParts(Utf8JsonWriter writer, ReadOnlySpan<char> text)
    {
        for (; text.Length > PartLength; text = text[PartLength..])
            writer.WriteStringValueSegment(text[..PartLength], isFinalSegment: false);
        writer.WriteStringValueSegment(text, isFinalSegment: true);
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("runId"u8, said.RunId);
        writer.WriteString("stream"u8, "assistant"u8);
        writer.WriteStartObject("data"u8);
        writer.WritePropertyName("text"u8);
        WriteInParts(writer, said.Text.Span);
        writer.WriteString("delta"u8, said.Delta.Span);
        writer.WriteEndObject();
        writer.WriteString("sessionKey"u8, said.SessionKey);
        writer.WriteNumber("seq"u8, said.Seq);
        writer.WriteNumber("ts"u8, said.Ts);
        writer.WriteEndObject();
    }
}
