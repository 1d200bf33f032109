namespace OpenClaw.Protocol.Nodes;

/// <summary>Result of <c>node.event</c>.</summary>
public sealed record NodeEventResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }
}
