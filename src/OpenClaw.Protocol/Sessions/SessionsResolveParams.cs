using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Params of <c>sessions.resolve</c>: exactly one of key, session id and label.</summary>
public sealed record SessionsResolveParams
{
    /// <summary>Session key in any form.</summary>
    [Size(Min = 1)]
    public string? Key { get; init; }

    /// <summary>Transcript id.</summary>
    [Size(Min = 1)]
    public string? SessionId { get; init; }

    /// <summary>Label.</summary>
    [Size(Min = 1, Max = 64)]
    public string? Label { get; init; }

    /// <summary>Only sessions of this agent.</summary>
    [Size(Min = 1)]
    public string? AgentId { get; init; }

    /// <summary>Only sub-agent sessions of this key.</summary>
    [Size(Min = 1)]
    public string? SpawnedBy { get; init; }

    /// <summary>Consider the key <c>global</c>.</summary>
    public bool? IncludeGlobal { get; init; }

    /// <summary>Consider the key <c>unknown</c>.</summary>
    public bool? IncludeUnknown { get; init; }
}
