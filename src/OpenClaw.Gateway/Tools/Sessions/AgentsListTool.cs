using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Gateway.Tools.Sessions;

/// <summary><c>agents_list</c>: the agents whose sub-agents may be started (spec 09 §2).</summary>
internal sealed class AgentsListTool(AgentDirectory agents) : ITool
{
    /// <inheritdoc/>
    public ToolDefinition Definition { get; } = new()
    {
        Name = "agents_list",
        Summary = "List the agents that sessions_spawn may use",
        Description = "Lists the ids that may be given to sessions_spawn as agentId.",
        Parameters = ToolParameters.Of("""{"type":"object","properties":{}}"""),
    };

    /// <inheritdoc/>
    public Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var requester = call.Scene.AgentId;
        var allowed = agents.Entry(requester)?.Subagents.AllowAgents ?? [];
        var any = allowed.Contains("*", StringComparer.Ordinal);
        var ids = any ? agents.Ids() : [.. allowed.Select(static id => AgentIds.Normalize(id))];
        var rows = ids.Where(id => id != requester).Order(StringComparer.Ordinal).Prepend(requester).Distinct(StringComparer.Ordinal).Select(id =>
        {
            var row = new JsonObject { ["id"] = id };
            if (agents.Entry(id)?.Name is { } name)
                row["name"] = name;
            row["configured"] = agents.Entry(id) is not null;
            return (JsonNode)row;
        });
        return Task.FromResult(ToolResult.Json(new JsonObject { ["requester"] = requester, ["allowAny"] = any, ["agents"] = new JsonArray([.. rows]) }));
    }
}
