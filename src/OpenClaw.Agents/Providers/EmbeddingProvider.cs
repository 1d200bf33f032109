using System.Text.Json;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Providers;

/// <summary>What the embedding formats share: POST, check, read, three attempts (spec 08 §21).</summary>
internal abstract class EmbeddingProvider(HttpClient http, ProviderLimits limits, TimeProvider time) : IEmbeddingProvider
{
    private static readonly TimeSpan[] s_retries = [TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public async Task<EmbeddingAnswer> EmbedAsync(EmbeddingRequest request, CancellationToken ct)
    {
        if (request.Inputs.Count == 0)
            return new EmbeddingAnswer([], 0, null);
        for (var attempt = 0; ; attempt++)
        {
            var answer = await OnceAsync(request, ct).ConfigureAwait(false);
            if (answer.Error is not { Retryable: true } || attempt == s_retries.Length)
                return answer;
            await Task.Delay(s_retries[attempt], time, ct).ConfigureAwait(false);
        }
    }

    /// <summary>The address for a model.</summary>
    protected abstract string Url(EmbeddingRequest request);

    /// <summary>Writes the body.</summary>
    protected abstract void Write(Utf8JsonWriter writer, EmbeddingRequest request);

    /// <summary>Puts the key where the format wants it.</summary>
    protected virtual void Authorize(HttpRequestMessage message, string key) => message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");

    /// <summary>The vectors of an answer with their positions, and its tokens.</summary>
    protected abstract (IEnumerable<(int Index, JsonElement Values)> Vectors, long Tokens) Read(JsonElement root);

    private async Task<EmbeddingAnswer> OnceAsync(EmbeddingRequest request, CancellationToken ct)
    {
        // For messages only: errors are worded as those of models are.
        var origin = new ModelRequest
        {
            Model = new ModelInfo { Ref = new ModelRef(request.Provider, request.Model), Name = request.Model, Api = string.Empty, BaseUrl = request.BaseUrl },
            ApiKey = request.ApiKey,
            SystemPrompt = string.Empty,
            Messages = [],
        };
        if (!Uri.TryCreate(Url(request), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return Fail(new ModelError(ModelErrorKind.Refused, $"\"{request.BaseUrl}\" is not an http(s) address"));
        using var deadline = new CancellationTokenSource(s_timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(JsonBytes.Of(writer => Write(writer, request))) };
            message.Content.Headers.ContentType = new("application/json");
            if (request.ApiKey is { } key)
                Authorize(message, key);
            foreach (var (name, value) in request.Headers)
                message.Headers.TryAddWithoutValidation(name, value);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            await using var body = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                return Fail(ModelErrors.FromStatus(response.StatusCode, await HeadAsync(body, either.Token).ConfigureAwait(false), origin));
            await using var bounded = new BoundedStream(body, limits.MaxAnswerBytes, int.MaxValue);
            using var document = await JsonDocument.ParseAsync(bounded, cancellationToken: either.Token).ConfigureAwait(false);
            return Collect(document.RootElement, request.Inputs.Count) is { } answer ? answer : Fail(ModelErrors.Malformed("not one vector for each text", origin));
        }
        catch (JsonException)
        {
            return Fail(ModelErrors.Malformed("an answer that is not JSON", origin));
        }
        catch (AnswerTooLargeException problem)
        {
            return Fail(ModelErrors.Malformed(problem.Message, origin));
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            return Fail(ModelErrors.FromNetwork(problem, origin));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Fail(new ModelError(ModelErrorKind.Unavailable, $"{request.Provider} did not answer within {s_timeout.TotalSeconds:0} s"));
        }
    }

    private EmbeddingAnswer? Collect(JsonElement root, int count)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        var vectors = new float[]?[count];
        var (found, tokens) = Read(root);
        foreach (var (index, values) in found)
        {
            if (index < 0 || index >= count || values.ValueKind != JsonValueKind.Array)
                return null;
            vectors[index] = [.. values.EnumerateArray().Select(static value => value.ValueKind == JsonValueKind.Number ? value.GetSingle() : 0)];
        }

        return vectors.All(static vector => vector is { Length: > 0 }) ? new EmbeddingAnswer([.. vectors.OfType<float[]>()], tokens, null) : null;
    }

    private async Task<byte[]> HeadAsync(Stream body, CancellationToken ct)
    {
        var buffer = new byte[limits.MaxErrorBytes];
        var read = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        return buffer[..read];
    }

    private static EmbeddingAnswer Fail(ModelError error) => new([], 0, error);
}
