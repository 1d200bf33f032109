using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace OpenClaw.Agents.Tools.Web;

/// <summary>
/// Fetches what strangers ask for, from the public internet only (spec 09 §4). Each name is looked up once per request and redirect, every
/// address it has must be public, and the connection goes to exactly those addresses. No proxy, cookie or credential of this machine is used.
/// </summary>
public sealed class GuardedHttp : IDisposable
{
    private static readonly HttpRequestOptionsKey<IReadOnlyList<IPAddress>> s_checked = new("openclaw.addresses");
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(10);

    private readonly INetwork _network;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <summary>Makes the client; nothing is connected.</summary>
    /// <param name="time">Clock of the deadlines.</param>
    /// <param name="network">Names and connections; null: those of this machine.</param>
    public GuardedHttp(TimeProvider time, INetwork? network = null)
    {
        _time = time;
        _network = network ?? new SystemNetwork();
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 64,
            ConnectTimeout = s_connectTimeout,

            // A connection is used once: nothing that was checked for one request is trusted for the next.
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = ConnectAsync,
        };
        _http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Fetches with GET. A failure is a value; the only exception is the cancellation of <paramref name="ct"/>.</summary>
    public async Task<(GuardedAnswer? Answer, GuardedFailure? Failure)> GetAsync(GuardedRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var deadline = new CancellationTokenSource(request.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        try
        {
            return await FollowAsync(request, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Fail(GuardedFailureKind.Timeout, $"No complete answer within {request.Timeout.TotalSeconds:0.#} seconds");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or SocketException or AuthenticationException or InvalidDataException)
        {
            return Fail(GuardedFailureKind.Network, $"Could not fetch: {(problem.InnerException ?? problem).Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<(GuardedAnswer? Answer, GuardedFailure? Failure)> FollowAsync(GuardedRequest request, CancellationToken ct)
    {
        var (url, failure) = GuardedUrl.Parse(request.Url);
        for (var redirects = 0; url is not null; redirects++)
        {
            var addresses = url.Address is { } literal ? [literal] : await _network.ResolveAsync(url.Host, ct).ConfigureAwait(false);
            if (addresses.Count == 0)
                return Fail(GuardedFailureKind.Network, $"Could not fetch: {url.Host} has no address");
            if (!addresses.All(PublicAddresses.Contain))
                return Fail(GuardedFailureKind.Blocked, GuardedUrl.PrivateAddress);
            using var message = Message(request, url, addresses);
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
            if (!IsRedirect(response.StatusCode))
                return await ReadAsync(request, url.Url, response, ct).ConfigureAwait(false);
            if (redirects >= request.MaxRedirects)
                return Fail(GuardedFailureKind.Redirects, $"More than {request.MaxRedirects} redirects");
            if (response.Headers.Location is not { } place)
                return Fail(GuardedFailureKind.Redirects, "A redirect names no place to go to");
            var from = url.Url;
            (url, failure) = GuardedUrl.Parse(place.OriginalString, from);
        }

        return (null, failure);
    }

    private static HttpRequestMessage Message(GuardedRequest request, GuardedUrl url, IReadOnlyList<IPAddress> addresses)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url.Url);
        message.Options.Set(s_checked, addresses);
        message.Headers.TryAddWithoutValidation("User-Agent", request.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("Accept-Language", "en;q=0.9, *;q=0.5");
        return message;
    }

    private static async Task<(GuardedAnswer? Answer, GuardedFailure? Failure)> ReadAsync(
        GuardedRequest request, Uri url, HttpResponseMessage response, CancellationToken ct)
    {
        // Decompression happens while reading, so the limit below is one on what comes out: a bomb stops there.
        if (!request.CutAtLimit && response.Content.Headers.ContentLength > request.MaxBytes)
            return TooLarge(request);
        using var body = new MemoryStream();
        var destination = request.Destination ?? body;
        var length = 0L;
        var buffer = new byte[16 * 1024];
        var stream = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        await using var owned = stream.ConfigureAwait(false);
        var cut = false;
        for (int count; !cut && (count = await stream.ReadAsync(buffer, ct).ConfigureAwait(false)) > 0;)
        {
            cut = length + count > request.MaxBytes;
            var taken = (int)Math.Min(count, request.MaxBytes - length);
            await destination.WriteAsync(buffer.AsMemory(0, taken), ct).ConfigureAwait(false);
            length += taken;
        }

        if (cut && !request.CutAtLimit)
            return TooLarge(request);
        var type = response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.First() : string.Empty;
        return (new GuardedAnswer { FinalUrl = url, Status = (int)response.StatusCode, ContentType = type, Body = body.ToArray(), Cut = cut }, null);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        if (!context.InitialRequestMessage.Options.TryGetValue(s_checked, out var addresses))
            throw new InvalidOperationException("a request without checked addresses reached the connection");
        Exception? last = null;
        foreach (var address in addresses)
        {
            try
            {
                return await _network.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), ct).ConfigureAwait(false);
            }
            catch (SocketException problem)
            {
                last = problem;
            }
        }

        throw new IOException(last?.Message ?? "no address answers", last);
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static (GuardedAnswer? Answer, GuardedFailure? Failure) TooLarge(GuardedRequest request) =>
        Fail(GuardedFailureKind.TooLarge, $"The answer is larger than {request.MaxBytes} bytes");

    private static (GuardedAnswer? Answer, GuardedFailure? Failure) Fail(GuardedFailureKind kind, string message) => (null, new GuardedFailure(kind, message));
}
