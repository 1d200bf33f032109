namespace OpenClaw.Configuration.Model;

/// <summary><c>approvals.exec</c>: chats that are told of commands waiting for approval (spec 09 §3.3).</summary>
public sealed record ApprovalForwardingConfig
{
    /// <summary>True: chats are told.</summary>
    public bool Enabled { get; init; }

    /// <summary><c>session</c>, <c>targets</c> or <c>both</c>.</summary>
    public string Mode { get; init; } = "session";

    /// <summary>Only commands of these agents; empty: all.</summary>
    public IReadOnlyList<string> AgentFilter { get; init; } = [];

    /// <summary>Only commands of sessions whose key contains or matches one of these; empty: all.</summary>
    public IReadOnlyList<string> SessionFilter { get; init; } = [];

    /// <summary>The chats.</summary>
    public IReadOnlyList<ApprovalTargetConfig> Targets { get; init; } = [];

    internal static ApprovalForwardingConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? false,
        Mode = node.Text("mode") ?? "session",
        AgentFilter = node.Texts("agentFilter") ?? [],
        SessionFilter = node.Texts("sessionFilter") ?? [],
        Targets = node.List("targets", ApprovalTargetConfig.Read) ?? [],
    };
}
