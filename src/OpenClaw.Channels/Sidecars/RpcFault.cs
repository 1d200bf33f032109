using System.Text.Json;

namespace OpenClaw.Channels.Sidecars;

/// <summary>Why a request got no result: the sidecar's own error, or that there was no answer.</summary>
/// <param name="Code">JSON-RPC code (spec 10 §12.4), <see cref="Closed"/> or <see cref="TimedOut"/>.</param>
/// <param name="Message">For logs and people.</param>
/// <param name="Data">What the sidecar adds.</param>
public sealed record RpcFault(int Code, string Message, JsonElement? Data = null)
{
    /// <summary>The connection ended before the answer: the outcome is unknown when the request was on its way.</summary>
    public const int Closed = -1;

    /// <summary>No answer within the deadline: the outcome is unknown.</summary>
    public const int TimedOut = -2;

    /// <summary>True when the sidecar says that the same may succeed later.</summary>
    public bool IsRetryable => Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("retryable", out var flag) && flag.ValueKind == JsonValueKind.True;

    /// <summary>When the sidecar says trying again is worth it; null: it did not say.</summary>
    public TimeSpan? RetryAfter => Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("retryAfterMs", out var wait)
        && wait.ValueKind == JsonValueKind.Number && wait.TryGetInt64(out var ms) && ms >= 0
            ? TimeSpan.FromMilliseconds(ms)
            : null;

    /// <summary>A text member of <see cref="Data"/>; null when there is none.</summary>
    public string? Detail(string name) =>
        Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
