using System.Text.Json;

namespace OpenClaw.Protocol.Frames;

/// <summary>
/// The closed error object of a response (spec 01 §15). Extras go into <paramref name="Details"/>; clients of the era
/// reject unknown members beside it.
/// </summary>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">Text for a person; a few clients compare it, so wording is part of the contract.</param>
/// <param name="Details">Machine-readable extras, absent when there are none.</param>
/// <param name="Retryable">True when the same request may succeed later.</param>
/// <param name="RetryAfterMs">Milliseconds to wait before trying again.</param>
public sealed record GatewayError(
    string Code,
    string Message,
    JsonElement? Details = null,
    bool? Retryable = null,
    int? RetryAfterMs = null)
{
    /// <summary>An <see cref="ErrorCodes.InvalidRequest"/> with this text.</summary>
    public static GatewayError Invalid(string message) => new(ErrorCodes.InvalidRequest, message);

    /// <summary>An <see cref="ErrorCodes.Unavailable"/> with this text.</summary>
    public static GatewayError Unavailable(string message) => new(ErrorCodes.Unavailable, message);
}
