using OpenClaw.Agents.Tools;

namespace OpenClaw.Agents.Prompts;

/// <summary>The list of tools in the system prompt: always in the same order, so that the prompt stays the same (spec 08 §12).</summary>
internal static class ToolList
{
    private static readonly string[] s_order =
    [
        "read", "write", "edit", "apply_patch", "grep", "find", "ls", "exec", "process", "web_search", "web_fetch", "browser", "canvas", "nodes",
        "cron", "message", "gateway", "agents_list", "sessions_list", "sessions_history", "sessions_send", "session_status", "image",
    ];

    /// <summary>One line per tool.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<ToolDefinition> tools) =>
        [.. tools.OrderBy(static tool => Array.IndexOf(s_order, tool.Name) is var at and >= 0 ? at : int.MaxValue)
            .ThenBy(static tool => tool.Name, StringComparer.Ordinal)
            .Select(static tool => tool.Summary.Length == 0 ? $"- {tool.Name}" : $"- {tool.Name}: {tool.Summary}")];
}
