using System.Globalization;

namespace OpenClaw.Configuration.Paths;

/// <summary>
/// Where this installation keeps its things, decided once at start from the environment and the profile (spec 03 §1). A profile or
/// a state directory given by the environment owns everything of its gateway: nothing in this record then points outside it,
/// unless an environment variable says so.
/// </summary>
public sealed record ConfigPaths
{
    private static readonly string[] s_fileNames = ["openclaw.json", "clawdbot.json", "moltbot.json", "moldbot.json"];
    private static readonly string[] s_directoryNames = [".openclaw", ".clawdbot", ".moltbot", ".moldbot"];

    /// <summary>The user's home directory.</summary>
    public required string Home { get; init; }

    /// <summary>The state directory; may not exist yet.</summary>
    public required string StateDir { get; init; }

    /// <summary>The config file; may not exist yet.</summary>
    public required string ConfigFile { get; init; }

    /// <summary>The profile's name, null for the unprofiled installation.</summary>
    public string? Profile { get; init; }

    /// <summary>True when a profile or a state directory was chosen, so that this gateway shares nothing with the user's usual one.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Workspace of the default agent when the config names none.</summary>
    public required string Workspace { get; init; }

    /// <summary>Directory of the dated log files when the config names no file.</summary>
    public required string LogDir { get; init; }

    /// <summary>Directory of stored channel and provider credentials.</summary>
    public required string CredentialsDir { get; init; }

    /// <summary>Port from <c>OPENCLAW_GATEWAY_PORT</c>, or 19001 for <c>--dev</c>; null when only the config decides.</summary>
    public int? EnvironmentPort { get; init; }

    /// <summary><c>OPENCLAW_NIX_MODE=1</c>: the installation is managed from outside, so nothing migrates the config or installs services.</summary>
    public bool IsNixMode { get; init; }

    /// <summary>Device key and device tokens.</summary>
    public string IdentityDir => Path.Combine(StateDir, "identity");

    /// <summary>The device key file.</summary>
    public string DeviceFile => Path.Combine(IdentityDir, "device.json");

    /// <summary>
    /// Where the original keeps the device key regardless of the profile; read when <see cref="DeviceFile"/> is missing and the
    /// installation is not isolated.
    /// </summary>
    public string LegacyDeviceFile => Path.Combine(Home, ".openclaw", "identity", "device.json");

    /// <summary>Paired and pending devices.</summary>
    public string DevicesDir => Path.Combine(StateDir, "devices");

    /// <summary>Paired and pending nodes.</summary>
    public string NodesDir => Path.Combine(StateDir, "nodes");

    /// <summary>One directory per agent, holding its sessions.</summary>
    public string AgentsDir => Path.Combine(StateDir, "agents");

    /// <summary>Rules of what may be executed on this machine.</summary>
    public string ExecApprovalsFile => Path.Combine(StateDir, "exec-approvals.json");

    /// <summary>Canvas root used when the workspace has none.</summary>
    public string CanvasDir => Path.Combine(StateDir, "canvas");

    /// <summary>Standard output and error of the service.</summary>
    public string ServiceLogDir => Path.Combine(StateDir, "logs");

    /// <summary>The note a restart leaves for the next start.</summary>
    public string RestartSentinelFile => Path.Combine(StateDir, "restart-sentinel.json");

    /// <summary>Decides every path. Reads only whether files and directories exist.</summary>
    public static ConfigPaths Resolve(EnvironmentVariables environment, ProfileSelection profile)
    {
        var home = HomeOf(environment);
        var name = profile.Name ?? environment["OPENCLAW_PROFILE"];
        if (name is not null && (!ProfileSelection.IsValidName(name) || name.Equals("default", StringComparison.OrdinalIgnoreCase)))
            name = null;
        var explicitState = environment.FirstOf("OPENCLAW_STATE_DIR", "CLAWDBOT_STATE_DIR") is { } state ? Expand(state, home) : null;
        var stateDir = explicitState ?? (name is null && profile.Name is null
            ? DefaultStateDir(home)
            : Path.Combine(home, name is null ? ".openclaw" : $".openclaw-{name}"));
        var configFile = environment.FirstOf("OPENCLAW_CONFIG_PATH", "CLAWDBOT_CONFIG_PATH") is { } config ? Expand(config, home) : null;
        var isolated = explicitState is not null || name is not null;

        return new ConfigPaths
        {
            Home = home,
            StateDir = stateDir,
            ConfigFile = configFile ?? FindConfig(home, stateDir, isolated || profile.Name is not null),
            Profile = name,
            IsIsolated = isolated,
            Workspace = WorkspaceOf(home, stateDir, name, explicitState is not null),
            LogDir = isolated ? Path.Combine(stateDir, "logs") : SharedLogDir,
            CredentialsDir = environment["OPENCLAW_OAUTH_DIR"] is { } oauth ? Expand(oauth, home) : Path.Combine(stateDir, "credentials"),
            EnvironmentPort = PortOf(environment) ?? (profile.IsDev ? DevPort : null),
            IsNixMode = environment["OPENCLAW_NIX_MODE"] == "1",
        };
    }

    /// <summary>Gateway port of the <c>--dev</c> profile.</summary>
    public const int DevPort = 19001;

    /// <summary>Expands a leading <c>~</c> and makes the path absolute.</summary>
    public string Expand(string path) => Expand(path, Home);

    /// <summary>The path with the home directory shortened to <c>~</c>, for people.</summary>
    public string Shorten(string path) =>
        path == Home ? "~"
        : path.StartsWith(Home + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? "~" + path[Home.Length..]
        : path;

    internal static string Expand(string path, string home)
    {
        var text = path.Trim();
        if (text == "~")
            return home;
        if (text.StartsWith("~/", StringComparison.Ordinal) || text.StartsWith("~\\", StringComparison.Ordinal))
            text = Path.Combine(home, text[2..]);
        return Path.GetFullPath(text);
    }

    // The original hard-codes the POSIX temp root, so that the file is found without knowing the service's TMPDIR.
    private static string SharedLogDir => OperatingSystem.IsWindows() ? Path.Combine(Path.GetTempPath(), "openclaw") : "/tmp/openclaw";

    private static string HomeOf(EnvironmentVariables environment) =>
        Path.GetFullPath(environment.FirstOf("HOME", "USERPROFILE") ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    private static string DefaultStateDir(string home) =>
        s_directoryNames.Select(d => Path.Combine(home, d)).FirstOrDefault(Directory.Exists) ?? Path.Combine(home, s_directoryNames[0]);

    private static string FindConfig(string home, string stateDir, bool stayInside)
    {
        var directories = stayInside ? [stateDir] : s_directoryNames.Select(d => Path.Combine(home, d)).Prepend(stateDir);
        return directories.SelectMany(d => s_fileNames.Select(f => Path.Combine(d, f))).FirstOrDefault(File.Exists)
            ?? Path.Combine(stateDir, s_fileNames[0]);
    }

    private static string WorkspaceOf(string home, string stateDir, string? profile, bool stateIsExplicit)
    {
        var inside = Path.Combine(stateDir, "workspace");
        if (profile is null || stateIsExplicit || Directory.Exists(inside))
            return inside;
        // The original keeps a profile's workspace under the unprofiled directory: one that exists there is still this profile's.
        var beside = Path.Combine(home, ".openclaw", $"workspace-{profile}");
        return Directory.Exists(beside) ? beside : inside;
    }

    private static int? PortOf(EnvironmentVariables environment) =>
        int.TryParse(environment.FirstOf("OPENCLAW_GATEWAY_PORT", "CLAWDBOT_GATEWAY_PORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && port is > 0 and <= 65535 ? port : null;
}
