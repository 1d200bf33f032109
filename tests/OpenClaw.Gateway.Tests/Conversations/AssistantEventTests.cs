using System.Buffers;
using System.Text;
using System.Text.Json;
using OpenClaw.Agents.Runs;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Agent;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Tests.Conversations;

public sealed class AssistantEventTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a", 512)]
    [InlineData("a", 513)]
    [InlineData("Grüße, \"quoted\" \\ <b>&'+\n\t\u0001 ", 100)]
    [InlineData("\U0001F980x\U0001F980", 400)]
    public void A_growing_answer_is_written_as_every_agent_event_is(string piece, int times)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));
        var said = new RunEvent.AssistantText("run-1", "main", 7, 1795486862943, text.AsMemory(), piece.AsMemory());

        var expected = Write(ProtocolEvents.Agent, new AgentEvent
        {
            RunId = said.RunId,
            Stream = "assistant",
            Data = JsonSerializer.SerializeToElement(new AgentAssistantData { Text = text, Delta = piece }, ProtocolJson.Default.AgentAssistantData),
            SessionKey = said.SessionKey,
            Seq = said.Seq,
            Ts = said.Ts,
        });

        Assert.Equal(expected, Write(AssistantEvent.Definition, new AssistantEvent(said)));
    }

    private static string Write<T>(Protocol.Catalog.EventDefinition<T> definition, T payload)
    {
        var buffer = new ArrayBufferWriter<byte>();
        FrameWriter.WriteEvent(buffer, definition, payload, seq: 3);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
