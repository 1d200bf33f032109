using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Contract;

/// <summary>
/// What a running account knows about itself. The supervisor adds what it knows (running, started, stopped, last error), status adds config.
/// Times are epoch milliseconds; null: never.
/// </summary>
public sealed record AccountState
{
    /// <summary>True while the service is reached.</summary>
    public bool Connected { get; init; }

    /// <summary>Connection attempts since the last success.</summary>
    public int ReconnectAttempts { get; init; }

    /// <summary>When the next attempt is due.</summary>
    public long? NextAttemptAt { get; init; }

    /// <summary>Last time the connection came up.</summary>
    public long? LastConnectedAt { get; init; }

    /// <summary>The last loss of the connection.</summary>
    public Disconnect? LastDisconnect { get; init; }

    /// <summary>Last message event.</summary>
    public long? LastMessageAt { get; init; }

    /// <summary>Last sign of life of the service.</summary>
    public long? LastEventAt { get; init; }

    /// <summary>What is wrong at the moment, with the fix; null when nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Members of the channel's own for the account snapshot, e.g. <c>mode</c>; null: none.</summary>
    public JsonObject? More { get; init; }
}
