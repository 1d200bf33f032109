using OpenClaw.Configuration;

namespace OpenClaw.Channels.Sidecars.Install;

/// <summary>
/// What of our environment children of ours see: where things are, how to reach the network, what to trust. Never a key or token of the
/// gateway, and nothing that changes which code they load.
/// </summary>
internal static class SidecarEnvironment
{
    private static readonly HashSet<string> s_passed = new(
        [
            "PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "TEMP", "TMP", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "SSL_CERT_DIR",
            "SystemRoot", "SystemDrive", "ComSpec", "PATHEXT", "APPDATA", "LOCALAPPDATA", "USERPROFILE", "windir",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] s_proxies = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY"];

    /// <summary>The environment of a sidecar.</summary>
    public static Dictionary<string, string> Of(EnvironmentVariables own) => Where(own, static name => s_passed.Contains(name));

    /// <summary>The environment of npm: as <see cref="Of"/>, with the proxies and its own settings, and the folder of its node first in PATH.</summary>
    public static Dictionary<string, string> OfNpm(EnvironmentVariables own, string nodeDirectory)
    {
        var result = Where(own, static name =>
            s_passed.Contains(name) || s_proxies.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("npm_config_", StringComparison.OrdinalIgnoreCase));
        result["PATH"] = result.TryGetValue("PATH", out var path) ? nodeDirectory + Path.PathSeparator + path : nodeDirectory;
        result["npm_config_update_notifier"] = "false";
        return result;
    }

    /// <summary>For runners that inherit what is not named: everything that is not to be seen is taken away.</summary>
    public static Dictionary<string, string?> Replacing(EnvironmentVariables own) => Replacing(Of(own));

    /// <inheritdoc cref="Replacing(EnvironmentVariables)"/>
    public static Dictionary<string, string?> Replacing(Dictionary<string, string> wanted)
    {
        var result = new Dictionary<string, string?>();
        foreach (var name in EnvironmentVariables.OfProcess().All.Keys)
            result[name] = null;
        foreach (var (name, value) in wanted)
            result[name] = value;
        return result;
    }

    private static Dictionary<string, string> Where(EnvironmentVariables own, Func<string, bool> passed) =>
        own.All.Where(pair => passed(pair.Key)).ToDictionary(static pair => pair.Key, static pair => pair.Value);
}
