namespace OpenClaw.Protocol.Agent;

/// <summary><see cref="AgentEvent.Data"/> of stream <c>error</c>: events of the run were lost.</summary>
public sealed record AgentGapData
{
    /// <summary>Always <c>seq gap</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The seq that was due.</summary>
    public required long Expected { get; init; }

    /// <summary>The seq that came.</summary>
    public required long Received { get; init; }
}
