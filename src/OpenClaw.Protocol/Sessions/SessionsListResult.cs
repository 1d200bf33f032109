namespace OpenClaw.Protocol.Sessions;

/// <summary>Result of <c>sessions.list</c>.</summary>
public sealed record SessionsListResult
{
    /// <summary>When the list was made, epoch ms.</summary>
    public required long Ts { get; init; }

    /// <summary>Store file, or <c>(multiple)</c> when each agent has its own.</summary>
    public required string Path { get; init; }

    /// <summary>Number of rows returned.</summary>
    public required long Count { get; init; }

    /// <summary>What a session without overrides uses.</summary>
    public required SessionDefaults Defaults { get; init; }

    /// <summary>Rows, newest first.</summary>
    public required IReadOnlyList<SessionRow> Sessions { get; init; }
}
