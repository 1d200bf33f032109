namespace OpenClaw.Protocol.Agent;

/// <summary>Tokens of a run.</summary>
public sealed record AgentUsage
{
    /// <summary>Prompt.</summary>
    public long? Input { get; init; }

    /// <summary>Reply.</summary>
    public long? Output { get; init; }

    /// <summary>Read from the provider's cache.</summary>
    public long? CacheRead { get; init; }

    /// <summary>Written to the provider's cache.</summary>
    public long? CacheWrite { get; init; }

    /// <summary>Sum.</summary>
    public long? Total { get; init; }
}
