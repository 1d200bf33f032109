using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tools.Policy;

/// <summary>
/// What <c>/tools/invoke</c> may use, beside the policy of the agent: nothing that runs commands, writes files, starts agents or rules the
/// gateway, unless <c>gateway.tools.allow</c> says so (GHSA-943q-mwmv-hhvh).
/// </summary>
public static class HttpToolPolicy
{
    // Never reachable from here, whatever is configured: they work in a run only.
    private static readonly ToolPatterns s_never = new(["exec", "process", "read", "write", "edit", "apply_patch", "grep", "find", "ls"]);

    private static readonly string[] s_denied =
        ["exec", "spawn", "shell", "fs_write", "fs_delete", "fs_move", "apply_patch", "sessions_spawn", "sessions_send", "cron", "gateway", "nodes"];

    /// <summary>Whether HTTP callers may use a tool.</summary>
    /// <param name="config"><c>gateway.tools</c>.</param>
    /// <param name="name">Name of the tool.</param>
    /// <param name="source">Where it comes from; null for our own.</param>
    public static bool Allows(GatewayToolsConfig config, string name, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        if (s_never.Contains(name) || new ToolPatterns(config.Deny).Contains(name, source))
            return false;
        return !new ToolPatterns(s_denied).Contains(name) || new ToolPatterns(config.Allow).Contains(name, source);
    }
}
