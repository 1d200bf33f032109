using System.Text.Json;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Client;

/// <summary>The gateway answered a request with an error.</summary>
/// <param name="method">What was asked.</param>
/// <param name="error">The error as sent; its message becomes the exception's.</param>
/// <param name="payload">The payload some methods send beside the error; undefined when there is none.</param>
public sealed class GatewayRequestException(string method, GatewayError error, JsonElement payload) : GatewayException(error.Message)
{
    /// <summary>What was asked.</summary>
    public string Method { get; } = method;

    /// <summary>The error as sent.</summary>
    public GatewayError Error { get; } = error;

    /// <summary>The payload beside the error; undefined when there is none.</summary>
    public JsonElement Payload { get; } = payload;
}
