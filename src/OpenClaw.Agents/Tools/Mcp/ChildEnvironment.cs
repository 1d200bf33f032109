using OpenClaw.Configuration;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tools.Mcp;

/// <summary>
/// The variables a tool server is started with: those that tell where and in which language it runs, and those its entry names. Keys of
/// other services that the gateway knows are none of its business.
/// </summary>
internal static class ChildEnvironment
{
    private static readonly string[] s_harmless =
    [
        "HOME", "PATH", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TERM", "TZ", "TMPDIR", "TEMP", "TMP",
        "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "SYSTEMROOT", "SYSTEMDRIVE", "USERPROFILE", "HOMEDRIVE", "HOMEPATH",
        "PATHEXT", "COMSPEC", "WINDIR",
    ];

    public static Dictionary<string, string?> For(McpServerConfig config, EnvironmentVariables environment)
    {
        var result = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in environment.All)
        {
            if (s_harmless.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("LC_", StringComparison.Ordinal)
                || name.StartsWith("XDG_", StringComparison.Ordinal))
                result[name] = value;
        }

        foreach (var (name, value) in config.Env)
            result[name] = value;
        return result;
    }
}
