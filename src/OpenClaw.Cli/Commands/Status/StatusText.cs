using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using OpenClaw.Cli.Terminal;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Health;

namespace OpenClaw.Cli.Commands.Status;

/// <summary>The tables of <c>status</c> for a person (spec 04 §4).</summary>
internal static class StatusText
{
    private const int MaxSessions = 10;

    public static void Write(StatusReport report)
    {
        var screen = report.Context.Screen;
        screen.Line(screen.Bold("OpenClaw status"));
        screen.Line();
        screen.Line("Overview");
        Overview(report).Write(screen);
        WriteChannels(report);
        WriteSessions(report);
        screen.Line();
        foreach (var step in NextSteps(report))
            screen.Line(step);
    }

    private static Table Overview(StatusReport report)
    {
        var context = report.Context;
        var agents = string.Join(", ", report.Agents.Select(a => a.IsDefault ? $"{a.Id} (default)" : a.Id));
        var table = new Table("Item", "Value")
            .Row("OS", RuntimeInformation.OSDescription)
            .Row("Config", context.Paths.Shorten(context.Config.Path) + (context.Config.Exists ? "" : " (missing)") + (context.Config.Valid ? "" : " (invalid)"))
            .Row("Gateway", GatewayCell(report))
            .Row("Gateway service", $"{report.Service.Label} · {(report.Service.Installed ? report.Service.LoadedText : report.Service.NotLoadedText)} · {report.Service.Runtime}")
            .Row("Agents", $"{agents}{Bootstrapping(report)} · {report.Agents.Sum(a => a.Sessions.Count)} sessions");
        if (report.LastStop is { } stop)
            table.Row("Last stop", StopText.Of(stop, context.Time));
        if (Health(report) is { Agents.Count: > 0 } health)
            table.Row("Heartbeat", string.Join(", ", health.Agents.Select(a => $"{(a.Heartbeat.Enabled ? a.Heartbeat.Every : "off")} ({a.AgentId})")));
        return table;
    }

    private static string Bootstrapping(StatusReport report) =>
        report.Agents.Count(a => a.BootstrapPending) is > 0 and var count ? $" · {count} before the first conversation" : "";

    private static string GatewayCell(StatusReport report)
    {
        var screen = report.Context.Screen;
        var mode = report.Target.IsLocal ? "local" : "remote";
        var where = $"{mode} · {report.Target.UrlText} ({report.Target.Source})";
        if (!report.Probe.Ok)
            return $"{where} · {screen.Bad("unreachable")} ({report.Probe.Error})";
        var auth = report.Target.Password is not null && report.Target.Token is null ? "password" : report.Target.Token is not null ? "token" : "device";
        var self = report.Probe.Self;
        var name = self?.Host is null ? "" : $" · {self.Host}{(self.Ip is null ? "" : $" ({self.Ip})")} app {report.Probe.Version} {self.Platform}";
        return $"{where} · {screen.Good($"reachable {report.Probe.LatencyMs}ms")} · auth {auth}{name}";
    }

    private static void WriteChannels(StatusReport report)
    {
        if (Health(report) is not { ChannelOrder.Count: > 0 } health)
            return;
        report.Context.Screen.Line();
        report.Context.Screen.Line("Channels");
        var table = new Table("Channel", "Enabled", "State", "Detail");
        foreach (var id in health.ChannelOrder.Where(health.Channels.ContainsKey))
        {
            var state = ChannelText.Verdict(health.Channels[id]);
            table.Row(health.ChannelLabels.GetValueOrDefault(id, id), state == "OFF" ? "OFF" : "ON", state, ChannelText.Of(health.Channels[id]));
        }

        table.Write(report.Context.Screen);
    }

    private static void WriteSessions(StatusReport report)
    {
        var rows = report.Agents.SelectMany(a => a.Sessions).OrderByDescending(s => s.UpdatedAt ?? 0).Take(MaxSessions).ToArray();
        if (rows.Length == 0)
            return;
        report.Context.Screen.Line();
        report.Context.Screen.Line("Sessions");
        var table = new Table("Key", "Kind", "Age", "Model", "Tokens");
        foreach (var row in rows)
            table.Row(row.Key, row.Kind, Ago.Since(row.UpdatedAt, report.Context.Time), row.Model ?? "-", row.TotalTokens?.ToString(CultureInfo.InvariantCulture) ?? "-");
        table.Write(report.Context.Screen);
    }

    private static IEnumerable<string> NextSteps(StatusReport report)
    {
        var context = report.Context;
        if (!context.Config.Exists)
            yield return $"Set it up: {context.Suggest("setup")}";
        if (!report.Probe.Ok)
            yield return $"Start the gateway: {context.Suggest("gateway")}";
        else
            yield return $"Follow the log: {context.Suggest("logs --follow")}";
    }

    private static HealthResult? Health(StatusReport report)
    {
        try
        {
            return report.Probe.Health?.Deserialize(ProtocolJson.Default.HealthResult);
        }
        catch (JsonException)
        {
            // A gateway of another release; the rest of the status is still true.
            return null;
        }
    }
}
