namespace OpenClaw.Protocol.Sessions;

/// <summary>Result of <c>sessions.preview</c>.</summary>
public sealed record SessionsPreviewResult
{
    /// <summary>When the previews were made, epoch ms.</summary>
    public required long Ts { get; init; }

    /// <summary>One per key, in the order asked for.</summary>
    public required IReadOnlyList<SessionPreview> Previews { get; init; }
}
