using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.ExecApprovals;

/// <summary>Result of <c>exec.approval.request</c>, sent when decided or timed out.</summary>
public sealed record ExecApprovalRequestResult
{
    /// <summary>Id of the request.</summary>
    public required string Id { get; init; }

    /// <summary>The decision; null when nobody decided in time.</summary>
    [Values("allow-once", "allow-always", "deny")]
    [OrNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Decision { get; init; }

    /// <summary>Epoch ms.</summary>
    public required long CreatedAtMs { get; init; }

    /// <summary>Epoch ms.</summary>
    public required long ExpiresAtMs { get; init; }
}
