using OpenClaw.Agents.Tools.Web;

namespace OpenClaw.Gateway.Http.OpenAi;

/// <summary>Fetches pictures and files of API calls from public addresses (spec 06 §3.2).</summary>
internal sealed class PublicFetch(GuardedHttp http)
{
    /// <summary>A <see cref="FetchUrl"/>.</summary>
    public async Task<FetchedFile> GetAsync(string url, FetchLimits limits, CancellationToken ct)
    {
        var (answer, failure) = await http.GetAsync(
            new GuardedRequest { Url = url, MaxBytes = limits.MaxBytes, MaxRedirects = limits.MaxRedirects, Timeout = limits.Timeout }, ct).ConfigureAwait(false);
        return failure switch
        {
            { Kind: GuardedFailureKind.Blocked } => new FetchedFile(null, null, $"SsrFBlockedError: {failure.Message}"),
            not null => new FetchedFile(null, null, $"Error: {failure.Message}"),
            null when answer!.Status is < 200 or >= 300 => new FetchedFile(null, null, $"Error: {url} answered {answer.Status}"),
            _ => new FetchedFile(answer!.Body.ToArray(), answer.ContentType, null),
        };
    }
}
