using System.Text.Json;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Tests.Tools.Policy;

/// <summary>A tool that has a name and does nothing.</summary>
internal sealed class NamedTool(string name, string? source = null, string? scope = null) : ITool
{
    public ToolDefinition Definition { get; } = new()
    {
        Name = name,
        Description = name,
        Parameters = JsonDocument.Parse("""{"type":"object","properties":{}}""").RootElement,
        Source = source,
        RequiredScope = scope,
    };

    public Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct) => Task.FromResult(ToolResult.Text(name));
}
