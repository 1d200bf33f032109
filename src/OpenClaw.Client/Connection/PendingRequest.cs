using System.Text.Json;

namespace OpenClaw.Client.Connection;

/// <summary>A request that waits for its answer.</summary>
internal sealed class PendingRequest(string method, RequestOptions options)
{
    private readonly TaskCompletionSource<JsonElement> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Method { get; } = method;

    public Task<JsonElement> Answer => _answer.Task;

    /// <summary>Takes a response; false when another one is still to come.</summary>
    public bool Take(ResponseFrame response)
    {
        if (response.Error is { } error)
        {
            _answer.TrySetException(new GatewayRequestException(Method, error, response.Payload));
            return true;
        }
        if (options.ExpectFinal && IsAccepted(response.Payload))
        {
            options.Accepted?.Invoke(response.Payload);
            return false;
        }
        _answer.TrySetResult(response.Payload);
        return true;
    }

    public void Fail(GatewayException reason) => _answer.TrySetException(reason);

    private static bool IsAccepted(JsonElement payload) =>
        payload.ValueKind == JsonValueKind.Object
        && payload.TryGetProperty("status", out var status)
        && status.ValueKind == JsonValueKind.String
        && status.ValueEquals("accepted"u8);
}
