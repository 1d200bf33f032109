using System.Text.Json.Nodes;

namespace OpenClaw.McpServer;

/// <summary>One JSON message a line; requests are answered at once or, for slow ones, when they are cancelled.</summary>
internal static class StdioTransport
{
    public static async Task RunAsync()
    {
        using var input = new StreamReader(Console.OpenStandardInput());
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var server = new Answers();
        Console.Error.WriteLine("the test server is up");
        while (await input.ReadLineAsync() is { } line)
        {
            if (JsonNode.Parse(line) is not JsonObject message)
                continue;
            foreach (var answer in server.To(message))
                await output.WriteLineAsync(answer.ToJsonString());
        }
    }
}
