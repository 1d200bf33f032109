namespace OpenClaw.Gateway.ControlPlane.Nodes;

/// <summary>A connected node as it described itself.</summary>
public sealed record NodeSession
{
    /// <summary>The caller behind it; <see cref="ControlPlane.Caller.NodeId"/> is never null.</summary>
    public required Caller Caller { get; init; }

    /// <summary>When it connected, epoch milliseconds.</summary>
    public required long ConnectedAtMs { get; init; }

    /// <summary>Capabilities, e.g. <c>canvas</c>.</summary>
    public IReadOnlyList<string> Caps { get; init; } = [];

    /// <summary>Commands it declared, reduced to those the policy allows its platform.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>What its operating system granted.</summary>
    public IReadOnlyDictionary<string, bool>? Permissions { get; init; }

    /// <summary>Its search path.</summary>
    public string? PathEnv { get; init; }

    /// <summary>The node's id.</summary>
    public string NodeId => Caller.NodeId ?? "";
}
