using System.Text.Json;

namespace OpenClaw.Protocol.Config;

/// <summary>What was done before a restart.</summary>
public sealed record RestartStats
{
    /// <summary><c>config.apply</c>, <c>config.patch</c>, <c>git</c> or a package manager.</summary>
    public string? Mode { get; init; }

    /// <summary>Config file or program directory.</summary>
    public string? Root { get; init; }

    /// <summary>State before.</summary>
    public JsonElement? Before { get; init; }

    /// <summary>State after.</summary>
    public JsonElement? After { get; init; }

    /// <summary>Steps taken, with the tails of their output.</summary>
    public JsonElement? Steps { get; init; }

    /// <summary>Why it was skipped or failed.</summary>
    public string? Reason { get; init; }

    /// <summary>Milliseconds it took.</summary>
    public long? DurationMs { get; init; }
}
