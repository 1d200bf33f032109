using System.Text.Json;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Send;

/// <summary>What <c>message.action</c> did.</summary>
[Open]
public sealed record MessageActionResult
{
    /// <summary>Always true.</summary>
    public required bool Ok { get; init; }

    /// <summary>The idempotency key.</summary>
    public required string RunId { get; init; }

    /// <summary>What was done.</summary>
    public required string Action { get; init; }

    /// <summary>Channel used.</summary>
    public required string Channel { get; init; }

    /// <summary>Account used.</summary>
    public required string AccountId { get; init; }

    /// <summary>Recipient in the channel's own form.</summary>
    public string? To { get; init; }

    /// <summary>True when nothing was done.</summary>
    public bool? DryRun { get; init; }

    /// <summary>Id of what was sent.</summary>
    public string? MessageId { get; init; }

    /// <summary>Telegram chat.</summary>
    public string? ChatId { get; init; }

    /// <summary>WhatsApp address.</summary>
    public string? ToJid { get; init; }

    /// <summary>Poll of the service.</summary>
    public string? PollId { get; init; }

    /// <summary>All that the channel has to say about it.</summary>
    public JsonElement? Result { get; init; }
}
