using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;
using OpenClaw.Protocol;
using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Cli.Commands.Approvals;

/// <summary>Shows an approvals file.</summary>
internal static class ApprovalsText
{
    public static void Show(CliContext context, string target, ExecApprovalsGetResult rules, bool json)
    {
        var screen = context.Screen;
        if (json)
        {
            screen.Line(JsonText.Line(JsonSerializer.SerializeToNode(rules, ProtocolJson.Default.ExecApprovalsGetResult) ?? new JsonObject()));
            return;
        }

        var agents = rules.File.Agents ?? new Dictionary<string, ExecApprovalsAgent>();
        var entries = agents.SelectMany(static agent => (agent.Value.Allowlist ?? []).Select(entry => (Agent: agent.Key, Entry: entry))).ToList();
        var defaults = rules.File.Defaults;
        new Table("Field", "Value")
            .Row("Target", target)
            .Row("Path", context.Paths.Shorten(rules.Path))
            .Row("Exists", rules.Exists ? "yes" : "no")
            .Row("Hash", rules.Hash)
            .Row("Version", rules.File.Version.ToString(CultureInfo.InvariantCulture))
            .Row("Socket", rules.File.Socket?.Path is { } socket ? context.Paths.Shorten(socket) : "default")
            .Row("Defaults", Words(defaults?.Security, defaults?.Ask, defaults?.AskFallback, defaults?.AutoAllowSkills))
            .Row("Agents", agents.Count == 0 ? "none" : string.Join("; ", agents.Select(static pair => Words(pair.Key, pair.Value))))
            .Row("Allowlist", entries.Count.ToString(CultureInfo.InvariantCulture))
            .Write(screen);
        if (entries.Count == 0)
        {
            screen.Line("No executables are allowlisted.");
            return;
        }

        var list = new Table("Target", "Agent", "Pattern", "Last Used");
        foreach (var (agent, entry) in entries)
            list.Row(target, agent, entry.Pattern, entry.LastUsedAt is > 0 ? Ago.Since(entry.LastUsedAt, context.Time) : "never");
        list.Write(screen);
    }

    private static string Words(string name, ExecApprovalsAgent agent) =>
        $"{name}: {Words(agent.Security, agent.Ask, agent.AskFallback, agent.AutoAllowSkills)}";

    private static string Words(string? security, string? ask, string? fallback, bool? skills)
    {
        List<string> parts = [];
        if (security is not null)
            parts.Add($"security={security}");
        if (ask is not null)
            parts.Add($"ask={ask}");
        if (fallback is not null)
            parts.Add($"askFallback={fallback}");
        if (skills is { } flag)
            parts.Add($"autoAllowSkills={(flag ? "on" : "off")}");
        return parts.Count == 0 ? "as configured (tools.exec)" : string.Join(", ", parts);
    }
}
