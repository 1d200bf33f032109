using System.Text.Json.Nodes;
using OpenClaw.Agents.Messages;
using OpenClaw.Agents.Tools;

namespace OpenClaw.Gateway.Tools.Control;

/// <summary><c>nodes</c>: devices that are connected to this gateway, over its own methods (spec 07 §9).</summary>
internal sealed class NodesTool(MethodInvoker methods, NodeMedia media) : MethodTool(methods)
{
    private const int MaxMediaMs = 60_000;
    private const int MaxInvokeMs = 600_000;
    private const int InvokeSlackMs = 10_000;

    /// <inheritdoc/>
    public override ToolDefinition Definition { get; } = new()
    {
        Name = "nodes",
        Summary = "List paired devices, notify them, use their camera, screen, location and commands",
        Description = "Works with the devices that are connected to the gateway. Actions: status, describe, pending, approve and reject (requestId), notify, camera_list, "
            + "camera_snap, camera_clip, screen_record, location_get, run (command as a list). node is a name, an id or an address from status.",
        Parameters = ToolParameters.Of(
            """
            {"type":"object","properties":{
              "action":{"type":"string","enum":["status","describe","pending","approve","reject","notify","camera_snap","camera_list","camera_clip","screen_record","location_get","run"]},
              "node":{"type":"string","description":"Which device"},
              "requestId":{"type":"string","description":"approve, reject"},
              "title":{"type":"string"},"body":{"type":"string"},"sound":{"type":"string"},
              "priority":{"type":"string","enum":["passive","active","timeSensitive"]},
              "delivery":{"type":"string","enum":["system","overlay","auto"]},
              "facing":{"type":"string","enum":["front","back","both"],"description":"Camera; camera_snap takes both by default"},
              "maxWidth":{"type":"number"},"quality":{"type":"number"},"delayMs":{"type":"number"},"deviceId":{"type":"string"},
              "durationMs":{"type":"number","description":"Length of a clip, at most 60000"},
              "includeAudio":{"type":"boolean"},"fps":{"type":"number"},"screenIndex":{"type":"number"},
              "outPath":{"type":"string","description":"screen_record: a file in the workspace, .mp4"},
              "maxAgeMs":{"type":"number"},"desiredAccuracy":{"type":"string","enum":["coarse","balanced","precise"]},
              "command":{"type":"array","items":{"type":"string"},"description":"run: program and arguments"},
              "cwd":{"type":"string"},"env":{"type":"array","items":{"type":"string"},"description":"run: NAME=value"},
              "commandTimeoutMs":{"type":"number"},"invokeTimeoutMs":{"type":"number"}},
             "required":["action"]}
            """),
    };

    /// <inheritdoc/>
    public override async Task<ToolResult> RunAsync(ToolCall call, CancellationToken ct)
    {
        var arguments = new ToolArguments(call.Arguments);
        switch (arguments.Text("action"))
        {
            case "status":
                return await CallAsync(call, "node.list", [], ct).ConfigureAwait(false);
            case "pending":
                return await PendingAsync(call, ct).ConfigureAwait(false);
            case "approve" or "reject" when arguments.Text("requestId") is null:
                return Error("requestId required");
            case "approve":
                return await DecideAsync(call, "node.pair.approve", arguments, ct).ConfigureAwait(false);
            case "reject":
                return await DecideAsync(call, "node.pair.reject", arguments, ct).ConfigureAwait(false);
            case "run" when arguments.Texts("command").Count == 0:
                return Error("command required: a list of the program and its arguments");
            case "describe" or "notify" or "camera_snap" or "camera_list" or "camera_clip" or "screen_record" or "location_get" or "run":
                break;
            default:
                return Error("action must be status, describe, pending, approve, reject, notify, camera_snap, camera_list, camera_clip, screen_record, location_get or run");
        }

        var (nodeId, problem) = await NodeAsync(call, arguments, ct).ConfigureAwait(false);
        if (nodeId is null)
            return Error(problem!);
        return arguments.Text("action") switch
        {
            "describe" => await CallAsync(call, "node.describe", new JsonObject { ["nodeId"] = nodeId }, ct).ConfigureAwait(false),
            "notify" => await InvokeAsync(call, nodeId, "system.notify", Params(call, "title", "body", "sound", "priority", "delivery"), ct).ConfigureAwait(false),
            "camera_list" => await InvokeAsync(call, nodeId, "camera.list", [], ct).ConfigureAwait(false),
            "location_get" => await InvokeAsync(call, nodeId, "location.get", Params(call, "maxAgeMs", "desiredAccuracy"), ct).ConfigureAwait(false),
            "run" => await RunCommandAsync(call, nodeId, arguments, ct).ConfigureAwait(false),
            "camera_snap" => await SnapAsync(call, nodeId, arguments, ct).ConfigureAwait(false),
            "camera_clip" => await RecordAsync(call, nodeId, "camera.clip", "camera-clip", Params(call, "facing", "durationMs", "includeAudio", "deviceId"), null, ct).ConfigureAwait(false),
            _ => await RecordAsync(
                call, nodeId, "screen.record", "screen-record", Params(call, "durationMs", "fps", "screenIndex", "includeAudio"), arguments.Text("outPath"), ct).ConfigureAwait(false),
        };
    }

    private async Task<(string? NodeId, string? Problem)> NodeAsync(ToolCall call, ToolArguments arguments, CancellationToken ct)
    {
        if ((arguments.Text("node") ?? arguments.Text("nodeId")) is not { } named)
            return (null, "node required");
        var (list, problem) = await AskAsync(call, "node.list", [], ct).ConfigureAwait(false);
        return problem is not null ? (null, problem) : NodeLookup.Find(list!["nodes"] as JsonArray ?? [], named);
    }

    /// <summary>The list of pairings holds tokens of nodes; a model gets what waits for an answer, and no token.</summary>
    private async Task<ToolResult> PendingAsync(ToolCall call, CancellationToken ct)
    {
        var (list, problem) = await AskAsync(call, "node.pair.list", [], ct).ConfigureAwait(false);
        return problem is not null ? Error(problem) : ToolResult.Json(new JsonObject { ["pending"] = WithoutToken(list!["pending"]) });
    }

    private async Task<ToolResult> DecideAsync(ToolCall call, string method, ToolArguments arguments, CancellationToken ct)
    {
        var (answer, problem) = await AskAsync(call, method, new JsonObject { ["requestId"] = arguments.Text("requestId") }, ct).ConfigureAwait(false);
        return problem is not null ? Error(problem) : ToolResult.Json(WithoutToken(answer)!.AsObject());
    }

    private static JsonNode? WithoutToken(JsonNode? node)
    {
        switch (node?.DeepClone())
        {
            case JsonObject map:
                map.Remove("token");
                foreach (var (name, value) in map.ToList())
                    map[name] = WithoutToken(value);
                return map;
            case JsonArray list:
                return new JsonArray([.. list.Select(WithoutToken)]);
            case var value:
                return value;
        }
    }

    private async Task<ToolResult> InvokeAsync(ToolCall call, string nodeId, string command, JsonObject parameters, CancellationToken ct, int? timeoutMs = null)
    {
        var (payload, problem) = await AskNodeAsync(call, nodeId, command, parameters, timeoutMs, ct).ConfigureAwait(false);
        return problem is not null ? Error(problem) : ToolResult.Json(payload as JsonObject ?? new JsonObject { ["ok"] = true });
    }

    private async Task<(JsonNode? Payload, string? Problem)> AskNodeAsync(
        ToolCall call, string nodeId, string command, JsonObject parameters, int? timeoutMs, CancellationToken ct)
    {
        var request = new JsonObject { ["nodeId"] = nodeId, ["command"] = command, ["params"] = parameters, ["idempotencyKey"] = Guid.NewGuid().ToString() };
        if (timeoutMs is { } limit)
            request["timeoutMs"] = limit;
        var (answer, problem) = await AskAsync(call, "node.invoke", request, ct).ConfigureAwait(false);
        return (answer?["payload"]?.DeepClone(), problem is null ? null : $"{command} on node {nodeId}: {problem}");
    }

    private Task<ToolResult> RunCommandAsync(ToolCall call, string nodeId, ToolArguments arguments, CancellationToken ct)
    {
        // The node decides by its own approvals; nothing here can say that somebody has approved.
        var parameters = Params(call, "cwd");
        parameters["command"] = new JsonArray([.. arguments.Texts("command").Select(static part => (JsonNode)part)]);
        var environment = new JsonObject();
        foreach (var pair in arguments.Texts("env"))
        {
            if (pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var cut)
                environment[pair[..cut]] = pair[(cut + 1)..];
        }

        if (environment.Count > 0)
            parameters["env"] = environment;
        if (arguments.Whole("commandTimeoutMs", 0, MaxInvokeMs) is { } limit)
            parameters["timeoutMs"] = limit;
        parameters["agentId"] = call.Scene.AgentId;
        parameters["sessionKey"] = call.Scene.SessionKey;
        return InvokeAsync(call, nodeId, "system.run", parameters, ct, arguments.Whole("invokeTimeoutMs", 0, MaxInvokeMs));
    }

    private async Task<ToolResult> SnapAsync(ToolCall call, string nodeId, ToolArguments arguments, CancellationToken ct)
    {
        var facing = arguments.Text("facing") ?? "both";
        var (content, details) = (new List<ContentPart>(), new JsonArray());
        foreach (var side in facing == "both" ? (string[])["front", "back"] : [facing])
        {
            var parameters = Params(call, "maxWidth", "quality", "delayMs", "deviceId");
            (parameters["facing"], parameters["format"]) = (side, "jpg");
            var (payload, problem) = await AskNodeAsync(call, nodeId, "camera.snap", parameters, null, ct).ConfigureAwait(false);
            if (problem is not null)
                return Error(problem);
            if (Data(payload) is not { } data)
                return Error($"camera.snap on node {nodeId}: the answer holds no picture");
            var path = await media.SaveAsync($"camera-snap-{side}", "jpg", data, ct).ConfigureAwait(false);
            content.Add(new ContentPart.Text($"MEDIA:{path}"));
            content.Add(new ContentPart.Image(Convert.ToBase64String(data), "image/jpeg"));
            details.Add((JsonNode)new JsonObject
            {
                ["facing"] = side,
                ["path"] = path,
                ["width"] = payload!["width"]?.DeepClone(),
                ["height"] = payload["height"]?.DeepClone(),
            });
        }

        return ToolResult.Json(new JsonObject { ["snaps"] = details }) with { Content = content };
    }

    private async Task<ToolResult> RecordAsync(
        ToolCall call, string nodeId, string command, string kind, JsonObject parameters, string? outPath, CancellationToken ct)
    {
        parameters["format"] = "mp4";
        var length = Math.Clamp(new ToolArguments(call.Arguments).Whole("durationMs", 0, MaxMediaMs) ?? MaxMediaMs, 0, MaxMediaMs);
        var (payload, problem) = await AskNodeAsync(call, nodeId, command, parameters, length + (3 * InvokeSlackMs), ct).ConfigureAwait(false);
        if (problem is not null)
            return Error(problem);
        if (Data(payload) is not { } data)
            return Error($"{command} on node {nodeId}: the answer holds no film");
        string? path;
        if (outPath is null)
            path = await media.SaveAsync(kind, "mp4", data, ct).ConfigureAwait(false);
        else
        {
            (path, var refused) = await NodeMedia.SaveAtAsync(call.Scene.Workspace, outPath, "mp4", data, ct).ConfigureAwait(false);
            if (path is null)
                return Error(refused!);
        }

        return ToolResult.Json(new JsonObject { ["path"] = path }) with { Content = ToolResult.Text($"FILE:{path}").Content };
    }

    private static byte[]? Data(JsonNode? payload)
    {
        if (payload is not JsonObject map || map["base64"] is not JsonValue value || !value.TryGetValue<string>(out var text))
            return null;
        var buffer = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
    }
}
