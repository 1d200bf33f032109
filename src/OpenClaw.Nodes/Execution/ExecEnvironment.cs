using OpenClaw.Configuration;

namespace OpenClaw.Nodes.Execution;

/// <summary>
/// The environment of commands (spec 09 §3.1, spec 12). Two rules: of the gateway's own variables only known harmless ones are passed on,
/// so that its keys stay its own; of the caller's, everything but what changes which code a program loads.
/// </summary>
public static class ExecEnvironment
{
    private static readonly HashSet<string> s_passed = new(
        [
            "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TERM", "COLORTERM", "TMPDIR", "HOSTNAME", "DISPLAY", "WAYLAND_DISPLAY",
            "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "SSH_AUTH_SOCK", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "http_proxy", "https_proxy",
            "no_proxy", "all_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR", "JAVA_HOME", "GOPATH", "GOROOT", "CARGO_HOME", "RUSTUP_HOME", "NVM_DIR", "VOLTA_HOME",
            "PNPM_HOME", "BUN_INSTALL", "DOTNET_ROOT", "PYENV_ROOT", "RBENV_ROOT", "ANDROID_HOME", "HOMEBREW_PREFIX", "VIRTUAL_ENV", "CONDA_PREFIX",
            "SystemRoot", "SystemDrive", "ComSpec", "PATHEXT", "APPDATA", "LOCALAPPDATA", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "TEMP", "TMP", "USERNAME",
            "USERDOMAIN", "COMPUTERNAME", "OS", "ProgramData", "ProgramFiles", "ProgramFiles(x86)", "CommonProgramFiles", "NUMBER_OF_PROCESSORS",
            "PROCESSOR_ARCHITECTURE", "windir",
        ],
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private static readonly string[] s_passedPrefixes = ["LC_", "XDG_"];

    // Loaders, interpreters and shells run what these name before they run anything else.
    private static readonly string[] s_refusedPrefixes =
        ["LD_", "DYLD_", "PYTHON", "GIT_", "PERL5", "BASH_FUNC_", "NPM_CONFIG_", "OPENCLAW_", "CLAWDBOT_", "_RLD", "JULIA_", "LUA_", "MALLOC_", "GCONV_"];

    private static readonly HashSet<string> s_refused = new(
        [
            "PATH", "BASH_ENV", "ENV", "NODE_OPTIONS", "NODE_PATH", "RUBYOPT", "RUBYLIB", "PERLLIB", "PERL_HASH_SEED", "SHELLOPTS", "BASHOPTS", "PS4", "PROMPT_COMMAND",
            "IFS", "CDPATH", "GLOBIGNORE", "ZDOTDIR", "FPATH", "HOME", "SHELL", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH", "EDITOR",
            "VISUAL", "PAGER", "MANPAGER", "LESSOPEN", "LESSCLOSE", "BROWSER", "SSH_ASKPASS", "SUDO_ASKPASS", "RSYNC_RSH", "CVS_RSH", "RIPGREP_CONFIG_PATH", "COMSPEC",
            "PATHEXT", "SYSTEMROOT", "WINDIR", "GEM_PATH", "GEM_HOME", "GCC_EXEC_PREFIX", "COMPILER_PATH", "CC", "CXX", "MAKEFLAGS", "DOTNET_STARTUP_HOOKS",
            "DOTNET_ADDITIONAL_DEPS", "CORECLR_ENABLE_PROFILING", "CORECLR_PROFILER", "CORECLR_PROFILER_PATH", "PHPRC", "PHP_INI_SCAN_DIR", "LOCPATH", "NLSPATH",
            "HOSTALIASES", "TERMINFO", "TERMINFO_DIRS", "TERMCAP", "OPENSSL_CONF", "OPENSSL_MODULES", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a caller must not set this variable.</summary>
    public static bool IsRefused(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length == 0
            || name.AsSpan().IndexOfAny('=', '\0') >= 0
            || s_refused.Contains(name)
            || s_refusedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Builds the environment of one command.</summary>
    /// <param name="own">The gateway's own environment.</param>
    /// <param name="pathPrepend">Folders that come first in PATH (<c>tools.exec.pathPrepend</c>).</param>
    /// <param name="asked">What the caller wants to set; null: nothing.</param>
    /// <returns>The environment, and the names of the caller's variables that were left out.</returns>
    public static (IReadOnlyDictionary<string, string> Variables, IReadOnlyList<string> Refused) Build(
        EnvironmentVariables own, IReadOnlyList<string> pathPrepend, IReadOnlyDictionary<string, string>? asked)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(pathPrepend);
        var comparer = OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var result = own.All.Where(pair => IsPassed(pair.Key)).ToDictionary(comparer);
        var path = result.GetValueOrDefault("PATH") is { Length: > 0 } known ? known : DefaultPath;
        result["PATH"] = string.Join(Path.PathSeparator, [.. pathPrepend.Where(Path.IsPathFullyQualified), path]);
        var refused = new List<string>();
        foreach (var (name, value) in asked ?? new Dictionary<string, string>())
        {
            if (IsRefused(name) || value.Contains('\0'))
                refused.Add(name);
            else
                result[name] = value;
        }

        return (result, refused);
    }

    private static string DefaultPath => OperatingSystem.IsWindows() ? "" : "/usr/local/bin:/usr/bin:/bin";

    private static bool IsPassed(string name) =>
        s_passed.Contains(name) || s_passedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
