using System.Text.Json.Nodes;
using OpenClaw.Cli.Terminal;
using OpenClaw.Operations.Processes;

namespace OpenClaw.Cli.Commands.Status;

/// <summary>How the gateway last stopped, for people and as JSON (spec 13 row 35).</summary>
internal static class StopText
{
    public static string Of(StopRecord stop, TimeProvider time)
    {
        var code = stop.ExitCode is { } exit ? $", exit {exit}" : "";
        var when = stop.StoppedAtMs is { } at ? $", {Ago.Since(at, time)}" : "";
        var uptime = stop.UptimeMs is { } ms ? $", after {Ago.Span(TimeSpan.FromMilliseconds(ms))}" : "";
        return $"{stop.Reason}{code}{when}{uptime}";
    }

    public static JsonObject? ToJson(StopRecord? stop) => stop is null ? null : new JsonObject
    {
        ["reason"] = stop.Reason,
        ["exitCode"] = stop.ExitCode,
        ["pid"] = stop.Pid,
        ["startedAtMs"] = stop.StartedAtMs,
        ["stoppedAtMs"] = stop.StoppedAtMs,
        ["uptimeMs"] = stop.UptimeMs,
    };
}
