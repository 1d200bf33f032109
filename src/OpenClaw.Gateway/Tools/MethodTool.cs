using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Gateway.Tools;

/// <summary>A tool whose actions are methods of the gateway, used with the scopes of whoever caused the run.</summary>
internal abstract class MethodTool(MethodInvoker methods) : ITool
{
    /// <inheritdoc/>
    public abstract ToolDefinition Definition { get; }

    /// <summary>Whose actions these are.</summary>
    protected MethodInvoker Methods => methods;

    /// <inheritdoc/>
    public abstract Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct);

    /// <summary>Calls a method and gives its answer to the model.</summary>
    protected async Task<ToolResult> CallAsync(ToolCall call, string method, JsonObject parameters, CancellationToken ct)
    {
        var (payload, problem) = await AskAsync(call, method, parameters, ct).ConfigureAwait(false);
        return problem is not null ? Error(problem) : ToolResult.Json(payload as JsonObject ?? new JsonObject { ["result"] = payload });
    }

    /// <summary>Calls a method: its payload, or what went wrong.</summary>
    protected async Task<(JsonNode? Payload, string? Problem)> AskAsync(ToolCall call, string method, JsonObject parameters, CancellationToken ct)
    {
        var (payload, error) = await methods.CallAsync(method, parameters, call.Scene.Caller, call.Scene.RunId, ct).ConfigureAwait(false);
        return error is not null
            ? (null, error.Message)
            : (payload is { ValueKind: not JsonValueKind.Null } value ? JsonNode.Parse(value.GetRawText()) : null, null);
    }

    /// <summary>A failure the model can react to.</summary>
    protected ToolResult Error(string problem) => ToolResult.Error(Definition.Name, problem);

    /// <summary>Copies arguments that are there into the params of a method.</summary>
    protected static JsonObject Params(ToolCall call, params ReadOnlySpan<string> names)
    {
        var result = new JsonObject();
        foreach (var name in names)
        {
            if (call.Arguments.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
                result[name] = JsonNode.Parse(value.GetRawText());
        }

        return result;
    }
}
