using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.ExecApprovals;

/// <summary>Params of <c>exec.approval.request</c>.</summary>
public sealed record ExecApprovalRequestParams
{
    /// <summary>Id of the request; default a UUID.</summary>
    [Size(Min = 1)]
    public string? Id { get; init; }

    /// <summary>Command line to run.</summary>
    [Size(Min = 1)]
    public required string Command { get; init; }

    /// <summary>Working directory.</summary>
    [OrNull]
    public string? Cwd { get; init; }

    /// <summary>Where it would run.</summary>
    [OrNull]
    public string? Host { get; init; }

    /// <summary>Security level in force.</summary>
    [OrNull]
    public string? Security { get; init; }

    /// <summary>Ask rule in force.</summary>
    [OrNull]
    public string? Ask { get; init; }

    /// <summary>Agent that wants it.</summary>
    [OrNull]
    public string? AgentId { get; init; }

    /// <summary>Executable found.</summary>
    [OrNull]
    public string? ResolvedPath { get; init; }

    /// <summary>Session that wants it.</summary>
    [OrNull]
    public string? SessionKey { get; init; }

    /// <summary>Milliseconds to wait for a decision; default 120000.</summary>
    [Bounds(Min = 1)]
    public long? TimeoutMs { get; init; }
}
