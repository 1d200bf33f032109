using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Status;

/// <summary>The JSON of <c>status</c> (spec 04 §4). With an unreachable gateway the parts it would tell are empty, never missing.</summary>
internal static class StatusJson
{
    private const int MaxRecent = 10;

    public static JsonObject Of(StatusReport report)
    {
        var context = report.Context;
        var told = report.Probe.Status is { ValueKind: JsonValueKind.Object } status ? JsonNode.Parse(status.GetRawText())!.AsObject() : [];
        var json = new JsonObject();
        if (Take(told, "linkChannel") is { } link)
            json["linkChannel"] = link;
        json["heartbeat"] = Take(told, "heartbeat") ?? new JsonObject { ["defaultAgentId"] = context.Agents.DefaultId, ["agents"] = new JsonArray() };
        json["channelSummary"] = Take(told, "channelSummary") ?? new JsonArray();
        json["queuedSystemEvents"] = Take(told, "queuedSystemEvents") ?? new JsonArray();
        json["sessions"] = Take(told, "sessions") ?? LocalSessions(report);
        json["os"] = new JsonObject
        {
            ["platform"] = PlatformName,
            ["arch"] = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(),
            ["release"] = Environment.OSVersion.Version.ToString(),
            ["label"] = $"{PlatformName} {Environment.OSVersion.Version} ({RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()})",
        };
        json["update"] = new JsonObject { ["root"] = AppContext.BaseDirectory, ["installKind"] = "binary", ["packageManager"] = null };
        json["updateChannel"] = "stable";
        json["updateChannelSource"] = "default";
        json["memory"] = null;
        json["memoryPlugin"] = new JsonObject { ["enabled"] = false, ["slot"] = null, ["reason"] = "not part of this build" };
        json["gateway"] = Gateway(report);
        json["gatewayService"] = report.Service.ToShortJson();
        json["nodeService"] = new JsonObject
        {
            ["label"] = report.Service.Label, ["installed"] = null, ["loadedText"] = report.Service.NotLoadedText, ["runtimeShort"] = null,
        };
        json["agents"] = new JsonObject
        {
            ["defaultId"] = context.Agents.DefaultId,
            ["agents"] = new JsonArray([.. report.Agents.Select(a => a.ToJson(context.Time))]),
            ["totalSessions"] = report.Agents.Sum(a => a.Sessions.Count),
            ["bootstrapPendingCount"] = report.Agents.Count(a => a.BootstrapPending),
        };
        json["securityAudit"] = null;
        json["lastStop"] = StopText.ToJson(report.LastStop);
        if (report.Deep)
            json["health"] = report.Probe.Health is { } health ? JsonNode.Parse(health.GetRawText()) : null;
        return json;
    }

    private static JsonObject Gateway(StatusReport report) => new()
    {
        ["mode"] = report.Target.IsLocal ? "local" : "remote",
        ["url"] = report.Target.UrlText,
        ["urlSource"] = report.Target.Source,
        ["misconfigured"] = report.Target.Misconfigured,
        ["reachable"] = report.Probe.Ok,
        ["connectLatencyMs"] = report.Probe.LatencyMs,
        ["self"] = report.Probe.SelfJson(),
        ["error"] = report.Probe.Error,
    };

    private static JsonObject LocalSessions(StatusReport report)
    {
        var context = report.Context;
        var defaults = context.Config.Config.Agents.Defaults;
        var all = report.Agents.SelectMany(a => a.Sessions.Select(s => (Agent: a.Id, Line: s))).OrderByDescending(s => s.Line.UpdatedAt ?? 0).ToArray();
        return new JsonObject
        {
            ["paths"] = new JsonArray([.. report.Agents.Select(a => JsonValue.Create(a.StorePath))]),
            ["count"] = all.Length,
            ["defaults"] = new JsonObject { ["model"] = defaults.Model.Primary, ["contextTokens"] = defaults.ContextTokens },
            ["recent"] = new JsonArray([.. all.Take(MaxRecent).Select(s => Row(context, s.Agent, s.Line))]),
            ["byAgent"] = new JsonArray([.. report.Agents.Select(a => new JsonObject
            {
                ["agentId"] = a.Id,
                ["path"] = a.StorePath,
                ["count"] = a.Sessions.Count,
                ["recent"] = new JsonArray([.. a.Sessions.Take(MaxRecent).Select(s => Row(context, a.Id, s))]),
            })]),
        };
    }

    private static JsonObject Row(CliContext context, string agentId, Sessions.SessionLine line)
    {
        var row = line.ToJson(context.Time);
        row.Insert(0, "agentId", agentId);
        return row;
    }

    private static JsonNode? Take(JsonObject from, string name)
    {
        from.Remove(name, out var value);
        return value;
    }

    private static string PlatformName => OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "win32" : "linux";
}
