using System.Text.Json;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Tests.Support;

/// <summary>Uses a tool as a run of the main agent would.</summary>
internal static class ToolBench
{
    public static ToolScene Scene(Workbench bench) => new()
    {
        RunId = "r-1",
        SessionKey = "agent:main:main",
        AgentId = "main",
        Workspace = bench.Agents.Workspace("main"),
        Caller = RunRecorder.Owner,
    };

    public static Task<ToolResult> UseAsync(this ITool tool, Workbench bench, string arguments, CancellationToken? ct = null) =>
        tool.RunAsync(new ToolCall { Id = "call-1", Arguments = ToolParameters.Of(arguments), Scene = Scene(bench) }, ct ?? TestContext.Current.CancellationToken);

    public static string Said(this ToolResult result) => string.Concat(result.Content.OfType<ContentPart.Text>().Select(part => part.Value));

    public static string? Field(this ToolResult result, string name) =>
        result.Details is { } details && details.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;
}
