using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>The last messages of one session.</summary>
public sealed record SessionPreview
{
    /// <summary>As asked for, not canonicalised.</summary>
    public required string Key { get; init; }

    /// <summary><c>ok</c>, <c>empty</c>, <c>missing</c> or <c>error</c>.</summary>
    [Values("ok", "empty", "missing", "error")]
    public required string Status { get; init; }

    /// <summary>Messages, oldest first.</summary>
    public required IReadOnlyList<SessionPreviewItem> Items { get; init; }
}
