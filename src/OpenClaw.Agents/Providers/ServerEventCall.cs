using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace OpenClaw.Agents.Providers;

/// <summary>
/// The core all wire formats share: POST a JSON body, check the answer, and yield the <c>data</c> of its server-sent events. Whatever
/// goes wrong ends the sequence with one error item.
/// </summary>
internal sealed class ServerEventCall(HttpClient http, ProviderLimits limits, RawStreamLog? raw)
{
    /// <summary>One event, or the error that ended the call.</summary>
    internal readonly record struct Item(string EventType, string Data, ModelError? Error);

    /// <summary>Makes the call. The body is written when it is sent and not kept: an answer can take long, and many are awaited at once.</summary>
    public async IAsyncEnumerable<Item> PostAsync(
        ModelRequest request, string url, Func<ModelRequest, byte[]> body, Action<HttpRequestMessage> prepare, [EnumeratorCancellation] CancellationToken ct, bool lines = false)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var target) || target.Scheme is not ("http" or "https"))
        {
            yield return Fail(new ModelError(
                ModelErrorKind.Refused, $"models.providers.{request.Model.Ref.Provider}.baseUrl: \"{request.Model.BaseUrl}\" is not an http(s) address"));
            yield break;
        }

        var (response, error) = await OpenAsync(request, target, body, prepare, lines, ct).ConfigureAwait(false);
        if (error is not null)
        {
            yield return Fail(error);
            yield break;
        }

        using (response)
        {
            await foreach (var item in ReadAsync(request, response!, lines, ct).ConfigureAwait(false))
                yield return item;
        }
    }

    private async Task<(HttpResponseMessage? Response, ModelError? Error)> OpenAsync(
        ModelRequest request, Uri url, Func<ModelRequest, byte[]> body, Action<HttpRequestMessage> prepare, bool lines, CancellationToken ct)
    {
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body(request)) };
            message.Content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/json");
            message.Headers.Accept.ParseAdd(lines ? "application/x-ndjson" : "text/event-stream");
            prepare(message);
            foreach (var (name, value) in request.Model.Headers)
            {
                message.Headers.Remove(name);
                message.Headers.TryAddWithoutValidation(name, value);
            }

            var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
            if (response.IsSuccessStatusCode && (IsEventStream(response) || (lines && IsLines(response))))
            {
                // The response holds on to its request, and with it to the whole conversation.
                message.Content = null;
                return (response, null);
            }

            using (response)
            {
                var reason = await ReadErrorAsync(response, ct).ConfigureAwait(false);
                return (null, response.IsSuccessStatusCode
                    ? NotAStream(response, reason, request)
                    : ModelErrors.FromStatus(response.StatusCode, reason, request));
            }
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            return (null, ModelErrors.FromNetwork(problem, request));
        }
    }

    private async IAsyncEnumerable<Item> ReadAsync(
        ModelRequest request, HttpResponseMessage response, bool lines, [EnumeratorCancellation] CancellationToken ct)
    {
        var body = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        await using var bounded = new BoundedStream(body, limits.MaxAnswerBytes, limits.MaxLineBytes);
        await using var events = (lines ? LinesAsync(bounded, ct) : SseParser.Create(bounded).EnumerateAsync(ct)).GetAsyncEnumerator(ct);
        while (true)
        {
            ModelError? error = null;
            var more = false;
            try
            {
                more = await events.MoveNextAsync().ConfigureAwait(false);
            }
            catch (AnswerTooLargeException problem)
            {
                error = ModelErrors.Malformed(problem.Message, request);
            }
            catch (Exception problem) when (problem is HttpRequestException or IOException)
            {
                error = ModelErrors.CutOff(request);
            }

            if (error is not null)
                yield return Fail(error);
            if (!more)
                yield break;
            raw?.Write(request.Model.Ref.ToString(), events.Current.EventType, events.Current.Data);
            yield return new Item(events.Current.EventType, events.Current.Data, null);
        }
    }

    private static async IAsyncEnumerable<SseItem<string>> LinesAsync(Stream body, [EnumeratorCancellation] CancellationToken ct)
    {
        using var reader = new StreamReader(body);
        while (await reader.ReadLineAsync(ct).ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0)
                yield return new SseItem<string>(line);
        }
    }

    private static bool IsLines(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is "application/x-ndjson" or "application/jsonl" or "application/json";

    private static bool IsEventStream(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is null or "text/event-stream" or "application/octet-stream" or "text/plain";

    private static ModelError NotAStream(HttpResponseMessage response, byte[] body, ModelRequest request)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        if (type == "application/json")
        {
            try
            {
                using var document = System.Text.Json.JsonDocument.Parse(body);
                if (ModelErrors.Reason(document.RootElement) is { } reason)
                    return ModelErrors.FromStream(reason, request);
            }
            catch (System.Text.Json.JsonException)
            {
                return ModelErrors.Malformed("neither an event stream nor JSON", request);
            }
        }

        return ModelErrors.Malformed(
            $"expected an event stream but got {type}; is models.providers.{request.Model.Ref.Provider}.baseUrl the address of its API?", request);
    }

    private async Task<byte[]> ReadErrorAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        var buffer = new byte[limits.MaxErrorBytes];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct).ConfigureAwait(false);
        return buffer[..read];
    }

    private static Item Fail(ModelError error) => new(string.Empty, string.Empty, error);
}
