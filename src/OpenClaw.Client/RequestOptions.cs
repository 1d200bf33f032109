using System.Text.Json;

namespace OpenClaw.Client;

/// <summary>How one request differs from the usual.</summary>
public sealed record RequestOptions
{
    /// <summary>
    /// True: of a method that answers twice (<c>agent</c>), wait for the second answer; the first, whose payload says
    /// <c>status: "accepted"</c>, goes to <see cref="Accepted"/>.
    /// </summary>
    public bool ExpectFinal { get; init; }

    /// <summary>Receives the first of two answers. Called on the reader's thread: be quick.</summary>
    public Action<JsonElement>? Accepted { get; init; }

    /// <summary>How long to wait in all; null: <see cref="GatewayClientOptions.RequestTimeout"/>.</summary>
    public TimeSpan? Timeout { get; init; }
}
