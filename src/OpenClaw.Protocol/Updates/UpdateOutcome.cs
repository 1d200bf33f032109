using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Updates;

/// <summary>What an update did.</summary>
public sealed record UpdateOutcome
{
    /// <summary>How it went.</summary>
    [Values("ok", "error", "skipped")]
    public required string Status { get; init; }

    /// <summary>How it is installed, e.g. <c>git</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>Program directory.</summary>
    public string? Root { get; init; }

    /// <summary>Why it was skipped or failed.</summary>
    public string? Reason { get; init; }

    /// <summary>Version before.</summary>
    public JsonElement? Before { get; init; }

    /// <summary>Version after.</summary>
    public JsonElement? After { get; init; }

    /// <summary>Steps taken, an array.</summary>
    public required JsonElement Steps { get; init; }

    /// <summary>Milliseconds.</summary>
    public required long DurationMs { get; init; }
}
