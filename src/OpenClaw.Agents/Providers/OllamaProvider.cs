using System.Runtime.CompilerServices;

namespace OpenClaw.Agents.Providers;

/// <summary>
/// Ollama's own chat format. Its copy of OpenAI's cannot set the window, and then Ollama silently forgets the beginning of every longer
/// conversation.
/// </summary>
/// <param name="http">Shared client; its own timeout must be infinite, runs bring their own deadline.</param>
/// <param name="limits">Bounds on the answer.</param>
/// <param name="time">For ids of tool calls, which this format leaves out.</param>
/// <param name="raw">Where every line of a stream is written as it came; null for nowhere.</param>
public sealed class OllamaProvider(HttpClient http, ProviderLimits limits, TimeProvider time, RawStreamLog? raw = null) : IModelProvider
{
    private readonly ServerEventCall _call = new(http, limits, raw);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ModelEvent> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var attempt = request;
        while (true)
        {
            ModelRequest? simpler = null;
            await foreach (var step in OnceAsync(attempt, ct).ConfigureAwait(false))
            {
                // Known only to the model's template: it says so before it says anything else.
                if (step is ModelEvent.Failed failed && (simpler = Simpler(attempt, failed.Error.Message)) is not null)
                    break;
                yield return step;
            }

            if (simpler is null)
                yield break;
            attempt = simpler;
        }
    }

    /// <summary>The server's root: people copy it with and without the path of one of its formats.</summary>
    internal static string Root(string baseUrl)
    {
        var address = baseUrl.TrimEnd('/');
        foreach (var end in (ReadOnlySpan<string>)["/v1", "/api"])
        {
            if (address.EndsWith(end, StringComparison.Ordinal))
                address = address[..^end.Length];
        }

        return address;
    }

    private IAsyncEnumerable<ModelEvent> OnceAsync(ModelRequest request, CancellationToken ct)
    {
        var items = _call.PostAsync(request, Root(request.Model.BaseUrl) + "/api/chat", OllamaRequestBody.Write, Bearer, ct, lines: true);
        return AnswerStream.ReadAsync(items, new OllamaAnswer(new CallIds(time)), request, ct);

        void Bearer(HttpRequestMessage message) => BearerKey.Set(message, request);
    }

    private static ModelRequest? Simpler(ModelRequest request, string problem)
    {
        if (request.Tools.Count > 0 && problem.Contains("does not support tools", StringComparison.OrdinalIgnoreCase))
            return request with { Tools = [] };
        return request.Model.Reasoning && problem.Contains("does not support thinking", StringComparison.OrdinalIgnoreCase)
            ? request with { Model = request.Model with { Reasoning = false } }
            : null;
    }
}
