using System.Text.Json.Nodes;
using OpenClaw.Channels.Outbound;

namespace OpenClaw.Gateway.Channels;

/// <summary>What became of an <see cref="ActionCall"/>.</summary>
/// <param name="Recipient">Whom it was about; null when that was not found out.</param>
/// <param name="Fault">Why it was not done.</param>
/// <param name="Result">What there is to say about it.</param>
/// <param name="Said">What was sent, for the session of the recipient; null when nothing new was.</param>
internal sealed record ActionEnd(Recipient? Recipient, SendFault? Fault = null, JsonObject? Result = null, string? Said = null)
{
    /// <summary>True when it may not be done at all.</summary>
    public bool IsForbidden { get; init; }

    /// <summary>The error a caller is told; null when it was done.</summary>
    public string? Error => Fault?.Message;
}
