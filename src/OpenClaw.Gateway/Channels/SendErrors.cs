using System.Text.Json.Nodes;
using OpenClaw.Channels.Outbound;
using OpenClaw.Gateway.ControlPlane;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Gateway.Channels;

/// <summary>Failed sends on the wire (spec 10 §5.10).</summary>
internal static class SendErrors
{
    /// <summary>The error of a failure.</summary>
    public static GatewayError Of(SendFault fault, string channel, string accountId) => fault.Kind switch
    {
        SendFaultKind.NotLinked => new GatewayError(
            ErrorCodes.NotLinked, $"Error: {fault.Message}", Details.Of(new JsonObject { ["channel"] = channel, ["accountId"] = accountId }), Retryable: false),
        SendFaultKind.BadTarget or SendFaultKind.Unsupported or SendFaultKind.TooLarge or SendFaultKind.BadMedia => GatewayError.Invalid($"Error: {fault.Message}"),
        SendFaultKind.Refused => new GatewayError(
            ErrorCodes.Unavailable,
            $"Error: {fault.Message}",
            fault.PlatformCode is { } code ? Details.Of(new JsonObject { ["channel"] = channel, ["accountId"] = accountId, ["platformCode"] = code }) : null,
            Retryable: false),
        _ => new GatewayError(ErrorCodes.Unavailable, $"Error: {fault.Message}", Retryable: true, RetryAfterMs: Milliseconds(fault.RetryAfter)),
    };

    private static int? Milliseconds(TimeSpan? wait) => wait is { } time ? (int)Math.Clamp(time.TotalMilliseconds, 0, int.MaxValue) : null;
}
