namespace OpenClaw.Agents.Tools.Web.Search;

/// <summary>One bounded HTTP exchange with a search engine.</summary>
internal static class SearchHttp
{
    private const int MaxBytes = 4_000_000;
    private const int MaxProblem = 300;

    /// <summary>The body of a successful answer; null with the problem otherwise.</summary>
    public static async Task<(byte[]? Body, string? Problem)> SendAsync(HttpClient http, HttpRequestMessage request, string provider, CancellationToken ct)
    {
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
            using var body = new MemoryStream();
            var stream = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
            await using var owned = stream.ConfigureAwait(false);
            var buffer = new byte[16 * 1024];
            for (int count; (count = await stream.ReadAsync(buffer, ct).ConfigureAwait(false)) > 0;)
            {
                body.Write(buffer, 0, count);
                if (body.Length > MaxBytes)
                    return (null, $"{provider} answered with more than {MaxBytes} bytes");
            }

            if (response.IsSuccessStatusCode)
                return (body.ToArray(), null);
            var said = TextDecoding.Decode(body.ToArray(), null);
            return (null, $"{provider} answered {(int)response.StatusCode}: {(said.Length > MaxProblem ? said[..MaxProblem] : said)}");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            return (null, $"{provider} cannot be reached: {problem.Message}");
        }
    }
}
