using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Runs;
using OpenClaw.Agents.Tools;
using OpenClaw.Gateway.Conversations;
using OpenClaw.Protocol;

namespace OpenClaw.Gateway.Tests.Conversations;

public sealed class ToolEventDataTests
{
    [Fact]
    public void A_result_has_the_order_of_members_that_clients_were_built_on()
    {
        using var details = JsonDocument.Parse("""{"exitCode":0}""");

        var json = Sent(new ToolResult([new ContentPart.Text("ok")], details.RootElement), "uname -a");

        Assert.Equal(
            """{"phase":"result","name":"exec","toolCallId":"c-1","meta":"uname -a","isError":false,"result":{"content":[{"type":"text","text":"ok"}],"details":{"exitCode":0}}}""",
            json);
    }

    [Fact]
    public void A_long_text_is_cut_wherever_it_stands()
    {
        var text = new string('x', 9000);
        using var details = JsonDocument.Parse($$"""{"aggregated":"{{text}}","more":["{{text}}"]}""");

        var json = Sent(new ToolResult([new ContentPart.Text(text)], details.RootElement));

        Assert.DoesNotContain(new string('x', 8001), json, StringComparison.Ordinal);
        Assert.Equal(3, json.Split("(1000 more characters)").Length - 1);
    }

    [Fact]
    public void A_picture_is_told_of_and_not_sent()
    {
        var json = Sent(new ToolResult([new ContentPart.Image(new string('A', 4000), "image/png")]));

        Assert.Contains("""{"type":"image","mimeType":"image/png","bytes":3000,"omitted":true}""", json, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_is_its_first_line()
    {
        var json = Sent(ToolResult.Error("exec", "no such file\nat line 3 of the script"));
        var plain = Sent(ToolResult.Text($"{new string('y', 500)}\nsecond") with { IsError = true });

        Assert.Contains("\"isError\":true,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"no such file\"}]", json, StringComparison.Ordinal);
        Assert.Contains($"\"text\":\"{new string('y', 400)}…\"", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("second", plain, StringComparison.Ordinal);
    }

    private static string Sent(ToolResult result, string? meta = null) => JsonSerializer.Serialize(
        ToolEventData.Of(new RunEvent.ToolFinished("r-1", "main", 1, 1, "exec", "c-1", meta, result)), ProtocolJson.Default.AgentToolData)
        .Replace("\\u2026", "…", StringComparison.Ordinal);
}
