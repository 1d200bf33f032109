namespace OpenClaw.Protocol.Connect;

/// <summary>How session keys are formed on this gateway (spec 02 §1.1).</summary>
public sealed record HelloSessionDefaults
{
    /// <summary>Agent of keys without one.</summary>
    public required string DefaultAgentId { get; init; }

    /// <summary>Name of the main session.</summary>
    public required string MainKey { get; init; }

    /// <summary>Canonical key of the main session.</summary>
    public required string MainSessionKey { get; init; }

    /// <summary><c>per-sender</c> or <c>global</c>.</summary>
    public required string Scope { get; init; }
}
