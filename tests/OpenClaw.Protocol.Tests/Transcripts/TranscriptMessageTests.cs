using System.Text.Json;

namespace OpenClaw.Protocol.Tests.Transcripts;

public class TranscriptMessageTests
{
    [Theory]
    [InlineData("""{"role":"user","content":[{"type":"text","text":"hi"},{"type":"image","data":"AAAA","mimeType":"image/png"}],"timestamp":5}""")]
    [InlineData("""{"role":"toolResult","toolCallId":"c","toolName":"exec","content":[{"type":"text","text":"full"}],"details":{"exitCode":0},"isError":false,"timestamp":5}""")]
    [InlineData("""{"role":"assistant","content":[{"type":"thinking","thinking":"hm","thinkingSignature":"s"},{"type":"toolCall","id":"c","name":"exec","arguments":{"command":"ls"}}],"api":"openai-completions","provider":"stub","model":"stub-1","usage":{"input":11,"output":7,"cacheRead":0,"cacheWrite":0,"totalTokens":18,"cost":{"input":0.5,"output":0,"cacheRead":0,"cacheWrite":0,"total":0.5}},"stopReason":"toolUse","timestamp":5}""")]
    [InlineData("""{"role":"bashExecution","timestamp":5,"command":"ls","output":"a"}""")]
    public void A_message_survives_reading_and_writing(string json)
    {
        var message = JsonSerializer.Deserialize(json, ProtocolJson.Default.TranscriptMessage);

        Assert.Equal(json, JsonSerializer.Serialize(message, ProtocolJson.Default.TranscriptMessage));
    }

    [Fact]
    public void A_plain_text_is_read_as_one_text_part()
    {
        var message = JsonSerializer.Deserialize("""{"role":"user","content":"hi"}""", ProtocolJson.Default.TranscriptMessage)!;

        var part = Assert.Single(message.Content!);
        Assert.Equal(("text", "hi"), (part.Type, part.Text));
    }

    [Theory]
    [InlineData("""{"role":"user","content":5}""")]
    [InlineData("""{"role":"user","content":[null]}""")]
    public void Content_that_is_neither_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ProtocolJson.Default.TranscriptMessage));
}
