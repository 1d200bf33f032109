using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Params of <c>sessions.preview</c>.</summary>
public sealed record SessionsPreviewParams
{
    /// <summary>Session keys; the first 64 are used.</summary>
    [Size(Min = 1)]
    [ItemSize(Min = 1)]
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>Messages per session; default 12, at most 50.</summary>
    [Bounds(Min = 1)]
    public long? Limit { get; init; }

    /// <summary>Characters per message; default 240, at most 2000.</summary>
    [Bounds(Min = 20)]
    public long? MaxChars { get; init; }
}
