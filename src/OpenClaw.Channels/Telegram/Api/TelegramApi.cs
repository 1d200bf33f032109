using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace OpenClaw.Channels.Telegram.Api;

/// <summary>
/// The Bot API over HTTP. Failures are values and never name the token, which is part of every address; the only exception is the
/// cancellation by the caller. Safe from any thread.
/// </summary>
internal sealed class TelegramApi : IDisposable
{
    /// <summary>Limit of a call without a file.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(60);

    private const int MaxAnswerBytes = 32 * 1024 * 1024;
    private static readonly TimeSpan s_fileTimeout = TimeSpan.FromSeconds(500);

    private readonly TelegramEndpoint _endpoint;
    private readonly TimeSpan? _timeout;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <summary>Nothing is connected yet.</summary>
    /// <param name="endpoint">Where and as whom.</param>
    /// <param name="timeout">Limit of each call; null: the defaults.</param>
    /// <param name="time">Clock of the limits.</param>
    /// <param name="handler">Connections; disposed of with this.</param>
    public TelegramApi(TelegramEndpoint endpoint, TimeSpan? timeout, TimeProvider time, HttpMessageHandler handler)
    {
        _endpoint = endpoint;
        _timeout = timeout;
        _time = time;
        _http = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = MaxAnswerBytes };
    }

    /// <summary>Where it calls.</summary>
    public TelegramEndpoint Endpoint => _endpoint;

    /// <summary>Calls a method.</summary>
    /// <param name="method">Its name.</param>
    /// <param name="parameters">Sent as JSON; as a form when there is a file.</param>
    /// <param name="type">Shape of the result.</param>
    /// <param name="ct">Gives up; whether it was done is unknown then.</param>
    /// <param name="file">A file that goes with it.</param>
    /// <param name="timeout">Limit of this call in place of the usual one.</param>
    public async Task<TelegramReply<T>> CallAsync<T>(
        string method, JsonObject parameters, JsonTypeInfo<T> type, CancellationToken ct, BotUpload? file = null, TimeSpan? timeout = null)
    {
        using var deadline = Deadline(timeout ?? _timeout ?? (file is null ? DefaultTimeout : s_fileTimeout), ct, out var both);
        using var owned = both;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _endpoint.Method(method));
            if (!TryFill(request, parameters, file))
                return new(default, new TelegramFailure(400, $"the file {file?.FileName} cannot be read"));
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, both.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(both.Token).ConfigureAwait(false);
            return Read(response.StatusCode, body, type);
        }
        catch (Exception e) when (IsNetwork(e, ct))
        {
            return new(default, Network(e, deadline.IsCancellationRequested));
        }
    }

    /// <summary>Downloads a file that getFile found.</summary>
    /// <param name="path">The <c>file_path</c> of the API.</param>
    /// <param name="target">Takes the bytes.</param>
    /// <param name="maxBytes">More is not read; the failure has code 413 then.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when it is all there.</returns>
    public async Task<TelegramFailure?> DownloadAsync(string path, Stream target, long maxBytes, CancellationToken ct)
    {
        using var deadline = Deadline(_timeout ?? s_fileTimeout, ct, out var both);
        using var owned = both;
        try
        {
            using var response = await _http.GetAsync(_endpoint.File(path), HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                return new TelegramFailure((int)response.StatusCode, $"the file is not there (HTTP {(int)response.StatusCode})");
            if (response.Content.Headers.ContentLength > maxBytes)
                return TooLarge(maxBytes);
            var stream = await response.Content.ReadAsStreamAsync(both.Token).ConfigureAwait(false);
            await using var source = stream.ConfigureAwait(false);
            var buffer = new byte[64 * 1024];
            for (long total = 0; ;)
            {
                var count = await stream.ReadAsync(buffer, both.Token).ConfigureAwait(false);
                if (count == 0)
                    return null;
                total += count;
                if (total > maxBytes)
                    return TooLarge(maxBytes);
                await target.WriteAsync(buffer.AsMemory(0, count), both.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (IsNetwork(e, ct))
        {
            return Network(e, deadline.IsCancellationRequested);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static bool TryFill(HttpRequestMessage request, JsonObject parameters, BotUpload? file)
    {
        try
        {
            request.Content = file is null ? BotContent.Json(parameters) : BotContent.Form(parameters, file);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static TelegramReply<T> Read<T>(HttpStatusCode status, byte[] body, JsonTypeInfo<T> type)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(body, BotJson.Default.BotAnswer);
            if (answer is { Ok: true, Result.ValueKind: not JsonValueKind.Undefined })
                return new(answer.Result.Deserialize(type), null);
            if (answer is { Description: not null } or { ErrorCode: > 0 })
                return new(default, Refusal(status, answer));
        }
        catch (JsonException)
        {
            // A proxy's page, or a shape nobody knows: the status says what there is to say.
        }

        // 2xx without a readable result was done.
        var code = (int)status;
        return new(default, new TelegramFailure(code < 300 ? 502 : code, $"an answer that is none of the Bot API (HTTP {code})", IsUncertain: code is < 300 or >= 500));
    }

    private static TelegramFailure Refusal(HttpStatusCode status, BotAnswer answer)
    {
        var code = answer.ErrorCode > 0 ? answer.ErrorCode : (int)status;
        return new TelegramFailure(
            code,
            answer.Description ?? $"HTTP {code}",
            answer.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            answer.Parameters?.MigrateToChatId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            IsUncertain: code >= 500);
    }

    private CancellationTokenSource Deadline(TimeSpan limit, CancellationToken ct, out CancellationTokenSource both)
    {
        var deadline = new CancellationTokenSource(limit, _time);
        both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        return deadline;
    }

    private static bool IsNetwork(Exception e, CancellationToken ct) =>
        e is HttpRequestException or IOException or SocketException or AuthenticationException or ObjectDisposedException || (e is OperationCanceledException && !ct.IsCancellationRequested);

    // Messages of the base library are not passed on: the address, and with it the token, may be part of one.
    private TelegramFailure Network(Exception e, bool timedOut)
    {
        var socket = (e as SocketException ?? e.InnerException as SocketException)?.SocketErrorCode;
        return e switch
        {
            OperationCanceledException when timedOut => new(0, $"{_endpoint.Host} did not answer in time", IsUncertain: true),
            OperationCanceledException { InnerException: TimeoutException } => new(0, $"no connection to {_endpoint.Host} in time"),
            OperationCanceledException => new(0, "the account was stopped meanwhile", IsUncertain: true),
            ObjectDisposedException => new(0, "the account is stopped"),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new(0, $"{_endpoint.Host} has no address"),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => new(0, $"no connection to {_endpoint.Host}{(socket is null ? "" : $" ({socket})")}"),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } or AuthenticationException => new(0, $"no secure connection to {_endpoint.Host}"),
            HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => new(0, "the proxy of channels.telegram.proxy refused"),
            _ => new(0, $"the connection to {_endpoint.Host} broke", IsUncertain: true),
        };
    }

    private static TelegramFailure TooLarge(long maxBytes) => new(413, $"the file is larger than {maxBytes} bytes");
}
