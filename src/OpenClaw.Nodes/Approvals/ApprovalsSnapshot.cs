using OpenClaw.Protocol.ExecApprovals;

namespace OpenClaw.Nodes.Approvals;

/// <summary>The approvals file at one moment.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Exists">False: nothing is there.</param>
/// <param name="Hash">SHA-256 of its text, hexadecimal.</param>
/// <param name="File">Its content; when it cannot be read, one that denies everything.</param>
/// <param name="Problem">Why it cannot be read; null when it can.</param>
public sealed record ApprovalsSnapshot(string Path, bool Exists, string Hash, ExecApprovalsFile File, string? Problem = null)
{
    /// <summary>The content without the secret of the socket, for results.</summary>
    public ExecApprovalsFile Shown => File.Socket is { } socket ? File with { Socket = socket with { Token = null } } : File;
}
