namespace OpenClaw.Protocol.ExecApprovals;

/// <summary>Rules for agents without their own.</summary>
public sealed record ExecApprovalsDefaults
{
    /// <summary><c>deny</c>, <c>allowlist</c> or <c>full</c>.</summary>
    public string? Security { get; init; }

    /// <summary><c>off</c>, <c>on-miss</c> or <c>always</c>.</summary>
    public string? Ask { get; init; }

    /// <summary>What counts when nobody answers: <c>deny</c>, <c>allowlist</c> or <c>full</c>.</summary>
    public string? AskFallback { get; init; }

    /// <summary>Executables of skills need no entry.</summary>
    public bool? AutoAllowSkills { get; init; }
}
