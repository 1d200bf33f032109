using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Cron;

/// <summary>How an isolated job reports to the main session.</summary>
public sealed record CronIsolation
{
    /// <summary>Prefix; default <c>Cron</c>.</summary>
    public string? PostToMainPrefix { get; init; }

    /// <summary>Short or whole text.</summary>
    [Values("summary", "full")]
    public string? PostToMainMode { get; init; }

    /// <summary>Cut of the whole text; default 8000.</summary>
    [Bounds(Min = 0)]
    public long? PostToMainMaxChars { get; init; }
}
