namespace OpenClaw.Nodes.Approvals;

/// <summary>
/// Programs whose purpose is to start other programs. An entry for one of them would allow everything, so a command that uses one is
/// never a hit: it is asked for or refused.
/// </summary>
internal static class Carriers
{
    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        "sh", "bash", "dash", "ash", "zsh", "fish", "ksh", "mksh", "csh", "tcsh", "rbash", "elvish", "nu", "xonsh", "pwsh", "powershell", "cmd", "busybox", "toybox",
        "env", "sudo", "sudoedit", "doas", "su", "runuser", "pkexec", "xargs", "parallel", "nohup", "nice", "ionice", "chrt", "taskset", "timeout", "gtimeout",
        "stdbuf", "setsid", "setarch", "setpriv", "time", "watch", "entr", "strace", "ltrace", "gdb", "lldb", "script", "expect", "unbuffer", "chroot", "unshare",
        "nsenter", "flock", "systemd-run", "daemonize", "start-stop-daemon", "screen", "tmux", "at", "batch", "crontab", "ssh", "command", "builtin", "exec", "eval",
        "source", ".", "trap", "alias", "dbus-run-session", "xvfb-run", "catchsegv", "ld.so", "ld-linux.so.2", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1",
        "git-shell", "firejail", "bwrap", "proot", "fakeroot", "faketime", "capsh", "tini", "dumb-init", "run-parts", "open", "xdg-open",
    };

    // Programs of which only some options start others.
    private static readonly Dictionary<string, string[]> s_options = new(StringComparer.OrdinalIgnoreCase)
    {
        ["find"] = ["-exec", "-execdir", "-ok", "-okdir", "-delete", "-fprint", "-fprint0", "-fprintf", "-fls"],
        ["fd"] = ["-x", "-X", "--exec", "--exec-batch"],
        ["fdfind"] = ["-x", "-X", "--exec", "--exec-batch"],
        ["rg"] = ["--pre", "--hostname-bin"],
        ["sort"] = ["--compress-program"],
        ["tar"] = ["--to-command", "--checkpoint-action", "-I", "--use-compress-program", "--rsh-command", "-F", "--info-script", "--new-volume-script"],
        ["git"] = ["-c", "--config-env", "--exec-path", "--upload-pack", "--receive-pack", "-p", "--paginate", "--ext-diff", "--textconv"],
        ["rsync"] = ["-e", "--rsh", "--rsync-path"],
    };

    private static readonly HashSet<string> s_multiCall = new(StringComparer.OrdinalIgnoreCase) { "busybox", "toybox", "coreutils" };

    /// <summary>True when the executable, by its name or by what its links lead to, starts what its arguments say.</summary>
    public static bool Is(string path, IReadOnlyList<ShellWord> arguments)
    {
        var name = NameOf(path);
        if (s_names.Contains(name) || Target(path) is { } target && !s_multiCall.Contains(target) && s_names.Contains(target))
            return true;
        return s_options.TryGetValue(name, out var options)
            && arguments.Any(word => options.Any(option => Uses(word, option)));
    }

    // An option the shell makes up cannot be looked at.
    private static bool Uses(ShellWord word, string option) =>
        word.Text == option
        || word.Text.StartsWith(option + "=", StringComparison.Ordinal)
        || (option.StartsWith("--", StringComparison.Ordinal) && word.Text.Length > 3 && word.Text.StartsWith("--", StringComparison.Ordinal)
            && option.StartsWith(word.Text.Split('=')[0], StringComparison.Ordinal))
        || (option.Length == 2 && word.Text.StartsWith(option, StringComparison.Ordinal))
        || (!word.Literal && word.Text.Length > 0 && word.Text[0] is '$' or '-' or '{');

    private static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        return OperatingSystem.IsWindows() ? Path.GetFileNameWithoutExtension(name) : name;
    }

    private static string? Target(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target ? NameOf(target.FullName) : null;
        }
        catch (IOException)
        {
            // A loop or a broken link: it will not start either.
            return null;
        }
    }
}
