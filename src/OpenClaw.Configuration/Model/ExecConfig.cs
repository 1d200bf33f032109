namespace OpenClaw.Configuration.Model;

/// <summary><c>tools.exec</c>, for all agents or for one (spec 09 §3.1). Null: not set here.</summary>
public sealed record ExecConfig
{
    /// <summary><c>sandbox</c>, <c>gateway</c> or <c>node</c>.</summary>
    public string? Host { get; init; }

    /// <summary><c>deny</c>, <c>allowlist</c> or <c>full</c>.</summary>
    public string? Security { get; init; }

    /// <summary><c>off</c>, <c>on-miss</c> or <c>always</c>.</summary>
    public string? Ask { get; init; }

    /// <summary>Id or name of the node that runs commands.</summary>
    public string? Node { get; init; }

    /// <summary>Folders that come first in PATH.</summary>
    public IReadOnlyList<string>? PathPrepend { get; init; }

    /// <summary>Executables that need no entry while they only read standard input.</summary>
    public IReadOnlyList<string>? SafeBins { get; init; }

    /// <summary>Milliseconds after which a command goes on in the background.</summary>
    public long? BackgroundMs { get; init; }

    /// <summary>Seconds after which a command is ended.</summary>
    public long? TimeoutSeconds { get; init; }

    /// <summary>Milliseconds after which a command that needed an approval is reported as still running.</summary>
    public long? ApprovalRunningNoticeMs { get; init; }

    /// <summary>Milliseconds for which finished commands are remembered.</summary>
    public long? CleanupMs { get; init; }

    /// <summary>The session is told when a background command ends.</summary>
    public bool? NotifyOnExit { get; init; }

    /// <summary>True: <c>apply_patch</c> is offered.</summary>
    public bool? ApplyPatch { get; init; }

    /// <summary>Models that get <c>apply_patch</c>; null: all that know it.</summary>
    public IReadOnlyList<string>? ApplyPatchModels { get; init; }

    /// <summary>These values, and the other's where nothing is set here.</summary>
    public ExecConfig Over(ExecConfig other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new ExecConfig
        {
            Host = Host ?? other.Host,
            Security = Security ?? other.Security,
            Ask = Ask ?? other.Ask,
            Node = Node ?? other.Node,
            PathPrepend = PathPrepend ?? other.PathPrepend,
            SafeBins = SafeBins ?? other.SafeBins,
            BackgroundMs = BackgroundMs ?? other.BackgroundMs,
            TimeoutSeconds = TimeoutSeconds ?? other.TimeoutSeconds,
            ApprovalRunningNoticeMs = ApprovalRunningNoticeMs ?? other.ApprovalRunningNoticeMs,
            CleanupMs = CleanupMs ?? other.CleanupMs,
            NotifyOnExit = NotifyOnExit ?? other.NotifyOnExit,
            ApplyPatch = ApplyPatch ?? other.ApplyPatch,
            ApplyPatchModels = ApplyPatchModels ?? other.ApplyPatchModels,
        };
    }

    internal static ExecConfig Read(ConfigNode node) => new()
    {
        Host = node.Text("host"),
        Security = node.Text("security"),
        Ask = node.Text("ask"),
        Node = node.Text("node"),
        PathPrepend = node.Texts("pathPrepend"),
        SafeBins = node.Texts("safeBins"),
        BackgroundMs = node.Whole("backgroundMs"),
        TimeoutSeconds = node.Whole("timeoutSec"),
        ApprovalRunningNoticeMs = node.Whole("approvalRunningNoticeMs"),
        CleanupMs = node.Whole("cleanupMs"),
        NotifyOnExit = node.Flag("notifyOnExit"),
        ApplyPatch = node.Section("applyPatch").Flag("enabled"),
        ApplyPatchModels = node.Section("applyPatch").Texts("allowModels"),
    };
}
