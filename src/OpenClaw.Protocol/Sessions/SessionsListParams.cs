using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Params of <c>sessions.list</c>.</summary>
public sealed record SessionsListParams
{
    /// <summary>At most this many rows, after filtering.</summary>
    [Bounds(Min = 1)]
    public long? Limit { get; init; }

    /// <summary>Only sessions updated within this many minutes.</summary>
    [Bounds(Min = 1)]
    public long? ActiveMinutes { get; init; }

    /// <summary>Include the key <c>global</c>.</summary>
    public bool? IncludeGlobal { get; init; }

    /// <summary>Include the key <c>unknown</c>.</summary>
    public bool? IncludeUnknown { get; init; }

    /// <summary>Fill <see cref="SessionRow.DerivedTitle"/>.</summary>
    public bool? IncludeDerivedTitles { get; init; }

    /// <summary>Fill <see cref="SessionRow.LastMessagePreview"/>.</summary>
    public bool? IncludeLastMessage { get; init; }

    /// <summary>Exactly this label.</summary>
    [Size(Min = 1, Max = 64)]
    public string? Label { get; init; }

    /// <summary>Only sub-agent sessions of this key.</summary>
    [Size(Min = 1)]
    public string? SpawnedBy { get; init; }

    /// <summary>Only sessions of this agent.</summary>
    [Size(Min = 1)]
    public string? AgentId { get; init; }

    /// <summary>Case-insensitive part of display name, label, subject, session id or key.</summary>
    public string? Search { get; init; }
}
