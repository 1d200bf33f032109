namespace OpenClaw.Configuration.Model;

/// <summary><c>commands</c>: which chat commands work.</summary>
public sealed record CommandsConfig
{
    /// <summary>Commands written as text.</summary>
    public bool Text { get; init; } = true;

    /// <summary><c>/bash</c>.</summary>
    public bool Bash { get; init; }

    /// <summary><c>/config</c>.</summary>
    public bool Config { get; init; }

    /// <summary><c>/debug</c>.</summary>
    public bool Debug { get; init; }

    /// <summary><c>/restart</c>, and restarts by SIGUSR1 from outside.</summary>
    public bool Restart { get; init; }

    /// <summary>Allow lists also govern commands.</summary>
    public bool UseAccessGroups { get; init; } = true;

    /// <summary>Null: automatic per channel.</summary>
    public bool? Native { get; init; }

    /// <summary>Null: automatic per channel.</summary>
    public bool? NativeSkills { get; init; }

    private static CommandsConfig Defaults { get; } = new();

    internal static CommandsConfig Read(ConfigNode node) => new()
    {
        Text = node.Flag("text") ?? Defaults.Text,
        Bash = node.Flag("bash") ?? Defaults.Bash,
        Config = node.Flag("config") ?? Defaults.Config,
        Debug = node.Flag("debug") ?? Defaults.Debug,
        Restart = node.Flag("restart") ?? Defaults.Restart,
        UseAccessGroups = node.Flag("useAccessGroups") ?? Defaults.UseAccessGroups,
        Native = node.Flag("native"),
        NativeSkills = node.Flag("nativeSkills"),
    };
}
