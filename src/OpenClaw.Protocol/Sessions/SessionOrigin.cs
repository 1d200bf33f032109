using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Sessions;

/// <summary>Where a session began; never changed by later messages from elsewhere.</summary>
public sealed record SessionOrigin
{
    /// <summary>Name of the sender or group, for people.</summary>
    public string? Label { get; init; }

    /// <summary>Channel id, or <c>webchat</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>Surface of the provider the message came through.</summary>
    public string? Surface { get; init; }

    /// <summary><c>direct</c>, <c>group</c> or <c>channel</c>.</summary>
    public string? ChatType { get; init; }

    /// <summary>Sender address.</summary>
    public string? From { get; init; }

    /// <summary>Receiving address.</summary>
    public string? To { get; init; }

    /// <summary>Account of the channel.</summary>
    public string? AccountId { get; init; }

    /// <summary>Thread or topic.</summary>
    [JsonConverter(typeof(TextOrNumberConverter))]
    public string? ThreadId { get; init; }
}
