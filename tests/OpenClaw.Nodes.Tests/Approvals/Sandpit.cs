using OpenClaw.Nodes.Approvals;
using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Nodes.Tests.Approvals;

/// <summary>A folder with executables: <c>bin</c> is on PATH, <c>work</c> is where commands run.</summary>
internal sealed class Sandpit : IDisposable
{
    public const string Executable = "#!/bin/sh\nexit 0\n";

    public Sandpit()
    {
        Root = Directory.CreateTempSubdirectory("openclaw-exec-").FullName;
        Bin = Directory.CreateDirectory(Path.Combine(Root, "bin")).FullName;
        Work = Directory.CreateDirectory(Path.Combine(Root, "desk")).FullName;
        Home = Directory.CreateDirectory(Path.Combine(Root, "home")).FullName;
        Add("rg");
        Add("tool");
    }

    public string Root { get; }

    public string Bin { get; }

    public string Work { get; }

    public string Home { get; }

    public ExecPlace Place => new() { Directory = Work, Home = Home, Path = $"{Bin}:/usr/bin:/bin" };

    public string Add(string name, string text = Executable)
    {
        var path = Path.Combine(Bin, name);
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    public ExecRules Rules(params string[] patterns) => new(
        ExecSecurity.Allowlist, ExecAsk.OnMiss, ExecSecurity.Deny, AutoAllowSkills: false,
        [.. patterns.Select(pattern => new ExecAllowlistEntry { Pattern = pattern.Replace("{bin}", Bin, StringComparison.Ordinal) })]);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
