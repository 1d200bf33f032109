using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Tools;
using OpenClaw.Configuration.Service;
using OpenClaw.Protocol;

namespace OpenClaw.Gateway.Tools.Control;

/// <summary>
/// <c>gateway</c>: the gateway's own configuration and restart, for runs that an admin caused (CVE-2026-32051). It is this gateway's: there is
/// no argument for another one (CVE-2026-26322).
/// </summary>
internal sealed class GatewayTool(MethodInvoker methods, AgentDirectory agents, IRestartScheduler? restarts) : MethodTool(methods)
{
    private const int DefaultDelayMs = 2000;
    private const int MaxDelayMs = 60_000;

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "gateway",
        Summary = "Read and change the configuration of the gateway, restart it",
        Description = "Actions: config.get, config.schema, config.patch (raw: the change as JSON5, merged; null deletes), config.apply (raw: the whole file)"
            + (restarts is null ? "." : ", restart (only with commands.restart=true).")
            + " Writing needs baseHash from config.get. Prefer config.patch; a change that needs it restarts the gateway, and note is told to sessionKey afterwards."
            + " Ask before you change anything that nobody asked for.",
        Parameters = ToolParameters.Of(
            """
            {"type":"object","properties":{
              "action":{"type":"string","enum":["restart","config.get","config.schema","config.apply","config.patch"]},
              "raw":{"type":"string","description":"JSON5 text"},
              "baseHash":{"type":"string","description":"hash from config.get"},
              "sessionKey":{"type":"string","description":"Session that is told after a restart; default: this one"},
              "note":{"type":"string","description":"What it is told"},
              "delayMs":{"type":"integer","minimum":0,"maximum":60000,"description":"restart: time until then"},
              "restartDelayMs":{"type":"integer","minimum":0,"maximum":60000,"description":"config.*: time until the restart"},
              "reason":{"type":"string","description":"restart: why"}},
             "required":["action"]}
            """.Replace("\"restart\",", restarts is null ? string.Empty : "\"restart\",", StringComparison.Ordinal)),
        RequiredScope = Scopes.Admin,
    };

    /// <inheritdoc/>
    public override Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        // Whoever calls the tool without being offered it gets no further than whoever calls the methods.
        if (!call.Scene.Caller.Holds(Scopes.Admin))
            return Task.FromResult(Error($"missing scope: {Scopes.Admin}"));
        var arguments = new ToolArguments(call.Arguments);
        return arguments.Text("action") switch
        {
            "config.get" => CallAsync(call, "config.get", [], ct),
            "config.schema" => CallAsync(call, "config.schema", [], ct),
            "config.apply" or "config.patch" when arguments.Text("raw") is null => Task.FromResult(Error("raw required")),
            "config.apply" => CallAsync(call, "config.apply", Change(call), ct),
            "config.patch" => CallAsync(call, "config.patch", Change(call), ct),
            "restart" when restarts is not null => Task.FromResult(Restart(arguments)),
            _ => Task.FromResult(Error($"action must be {(restarts is null ? "" : "restart, ")}config.get, config.schema, config.apply or config.patch")),
        };
    }

    private static JsonObject Change(ToolCall call)
    {
        var change = Params(call, "raw", "baseHash", "sessionKey", "note", "restartDelayMs");
        if (!change.ContainsKey("sessionKey"))
            change["sessionKey"] = call.Scene.SessionKey;
        return change;
    }

    private ToolResult Restart(ToolArguments arguments)
    {
        if (!agents.Config.Commands.Restart)
            return Error("restarting is off; set commands.restart=true in the configuration to allow it");
        var delay = TimeSpan.FromMilliseconds(arguments.Whole("delayMs", 0, MaxDelayMs) ?? DefaultDelayMs);
        var planned = restarts!.Schedule(arguments.Text("reason") ?? "gateway.restart", delay);
        var result = new JsonObject { ["ok"] = planned.Ok, ["pid"] = planned.Pid, ["signal"] = planned.Signal, ["delayMs"] = planned.DelayMs };
        if (planned.Reason is { } reason)
            result["reason"] = reason;
        result["mode"] = planned.Mode;
        return ToolResult.Json(result);
    }
}
