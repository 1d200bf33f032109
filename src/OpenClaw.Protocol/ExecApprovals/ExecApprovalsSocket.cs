namespace OpenClaw.Protocol.ExecApprovals;

/// <summary>Where the approval prompt listens.</summary>
public sealed record ExecApprovalsSocket
{
    /// <summary>Socket path.</summary>
    public string? Path { get; init; }

    /// <summary>Its secret; in the file only, results leave it out.</summary>
    public string? Token { get; init; }
}
