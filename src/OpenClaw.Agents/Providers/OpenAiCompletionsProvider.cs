using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OpenClaw.Agents.Providers;

/// <summary>The chat completions format of OpenAI and the many servers that copy it (spec 08 §16.1).</summary>
/// <param name="http">Shared client; its own timeout must be infinite, runs bring their own deadline.</param>
/// <param name="limits">Bounds on the answer.</param>
/// <param name="raw">Where every event of a stream is written as it came; null for nowhere.</param>
public sealed class OpenAiCompletionsProvider(HttpClient http, ProviderLimits limits, RawStreamLog? raw = null) : IModelProvider
{
    private readonly ServerEventCall _call = new(http, limits, raw);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ModelEvent> StreamAsync(ModelRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var url = request.Model.BaseUrl.TrimEnd('/') + "/chat/completions";
        var answer = new OpenAiAnswer();
        var finished = false;
        await foreach (var item in _call.PostAsync(request, url, OpenAiRequestBody.Write(request), Prepare, ct).ConfigureAwait(false))
        {
            if (item.Error is { } error)
            {
                yield return new ModelEvent.Failed(error);
                yield break;
            }

            if (item.Data == "[DONE]")
            {
                finished = true;
                break;
            }

            var step = Step(item.Data, answer, request);
            if (step is not null)
                yield return step;
            if (step is ModelEvent.Failed)
                yield break;
        }

        yield return finished || answer.StopReason is not null
            ? answer.Finish()
            : new ModelEvent.Failed(ModelErrors.CutOff(request));

        void Prepare(HttpRequestMessage message)
        {
            if (request.ApiKey is { } key)
                message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        }
    }

    private static ModelEvent? Step(string data, OpenAiAnswer answer, ModelRequest request) => StreamStep.Read(data, request, root =>
        root.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null
            ? new ModelEvent.Failed(ModelErrors.FromStream(ModelErrors.Reason(error) ?? "unknown error", request))
            : answer.Take(root));
}
