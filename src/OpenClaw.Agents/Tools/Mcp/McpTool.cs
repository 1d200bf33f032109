using System.Text.Json;

namespace OpenClaw.Agents.Tools.Mcp;

/// <summary>One tool of a server.</summary>
internal sealed class McpTool(McpServer server, string remoteName, ToolDefinition definition) : ITool
{
    /// <inheritdoc/>
    public ToolDefinition Definition => definition;

    /// <inheritdoc/>
    public Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(call);
        var arguments = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in call.Arguments.EnumerateObject())
            arguments[property.Name] = property.Value;
        return server.CallAsync(definition.Name, remoteName, arguments, ct);
    }
}
