using System.Collections.Frozen;

namespace OpenClaw.Configuration.Tools;

/// <summary>The words of tool policies (spec 09 §1): names, other spellings, groups and profiles.</summary>
public static class ToolNames
{
    /// <summary>Tools that did not come with the program: those of MCP servers and plugins.</summary>
    public const string PluginGroup = "group:plugins";

    /// <summary>Prefix of the source of MCP tools, as <c>mcp:github</c>.</summary>
    public const string McpPrefix = "mcp:";

    /// <summary>Between the server and the tool in the name of an MCP tool.</summary>
    public const string McpSeparator = "__";

    private static readonly string[] s_fs = ["read", "write", "edit", "apply_patch"];
    private static readonly string[] s_runtime = ["exec", "process"];
    private static readonly string[] s_sessions = ["sessions_list", "sessions_history", "sessions_send", "sessions_spawn", "session_status"];
    private static readonly string[] s_memory = ["memory_search", "memory_get"];
    private static readonly string[] s_web = ["web_search", "web_fetch"];
    private static readonly string[] s_ui = ["browser", "canvas"];
    private static readonly string[] s_automation = ["cron", "gateway"];
    private static readonly string[] s_own =
        [.. s_ui, "nodes", .. s_automation, "message", "agents_list", .. s_sessions, .. s_memory, .. s_web, "image"];

    /// <summary>Tools of this program and of its channels.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        .. s_fs, .. s_runtime, .. s_own, "tts", "grep", "find", "ls", "whatsapp_login",
        "telegram", "whatsapp", "discord", "googlechat", "slack", "signal", "imessage",
    ];

    /// <summary>Names that this program has no tool for, but that stand in lists of other releases.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } = ["spawn", "shell", "fs_write", "fs_delete", "fs_move"];

    /// <summary>Tools by group; <see cref="PluginGroup"/> has no fixed members.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["group:memory"] = s_memory,
        ["group:web"] = s_web,
        ["group:fs"] = s_fs,
        ["group:runtime"] = s_runtime,
        ["group:sessions"] = s_sessions,
        ["group:ui"] = s_ui,
        ["group:automation"] = s_automation,
        ["group:messaging"] = ["message"],
        ["group:nodes"] = ["nodes"],
        ["group:openclaw"] = s_own,
        [PluginGroup] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a profile allows; one that is not here allows everything.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Profiles { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["minimal"] = ["session_status"],
        ["coding"] = ["group:fs", "group:runtime", "group:sessions", "group:memory", "image"],
        ["messaging"] = ["group:messaging", "sessions_list", "sessions_history", "sessions_send", "session_status"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Trimmed, lower case, and other spellings replaced.</summary>
    public static string Normalize(string name)
    {
        var text = name.Trim().ToLowerInvariant();
        return text switch
        {
            "bash" => "exec",
            "apply-patch" => "apply_patch",
            _ => text,
        };
    }

    /// <summary>Whether a text matches a pattern in which <c>*</c> stands for any characters. Both are normalised.</summary>
    public static bool Matches(string pattern, string text)
    {
        if (!pattern.Contains('*', StringComparison.Ordinal))
            return pattern == text;
        var parts = pattern.Split('*');
        if (!text.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + part.Length;
        }

        return text.Length - at >= parts[^1].Length && text.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
