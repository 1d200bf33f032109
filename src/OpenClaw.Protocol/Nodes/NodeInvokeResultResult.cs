namespace OpenClaw.Protocol.Nodes;

/// <summary>Result of <c>node.invoke.result</c>.</summary>
public sealed record NodeInvokeResultResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>True when nobody waits for this answer any more.</summary>
    public bool? Ignored { get; init; }
}
