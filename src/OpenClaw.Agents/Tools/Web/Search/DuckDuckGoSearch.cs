using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using OpenClaw.Agents.Tools.Web.Pages;

namespace OpenClaw.Agents.Tools.Web.Search;

/// <summary>
/// DuckDuckGo's page for browsers without scripts: needs no key, gives no guarantee. It may ask for proof of a person, which is reported as
/// such and not worked around.
/// </summary>
internal sealed class DuckDuckGoSearch(HttpClient http, Uri endpoint) : ISearchProvider
{
    /// <summary>Where the service is.</summary>
    public static readonly Uri Endpoint = new("https://html.duckduckgo.com/html/");

    private const int MaxDepth = 256;

    /// <inheritdoc/>
    public string Name => "duckduckgo";

    /// <inheritdoc/>
    public async Task<SearchAnswer> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        var parameters = new List<string> { $"q={Uri.EscapeDataString(query.Text)}" };
        if (query.Country is { } country)
            parameters.Add($"kl={Uri.EscapeDataString($"{country.ToLowerInvariant()}-{(query.SearchLanguage ?? "en").ToLowerInvariant()}")}");
        if (Age(query.Freshness) is { } age)
            parameters.Add($"df={age}");
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(endpoint) { Query = string.Join('&', parameters) }.Uri);
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (compatible; OpenClaw web_search)");
        var (body, problem) = await SearchHttp.SendAsync(http, request, "DuckDuckGo", ct).ConfigureAwait(false);
        return body is null ? new SearchAnswer { Problem = problem } : Read(TextDecoding.Decode(body, "utf-8"), query.Count);
    }

    private static SearchAnswer Read(string html, int count)
    {
        if (TagScan.Depth(html) > MaxDepth)
            return new SearchAnswer { Problem = "DuckDuckGo answered with a page that cannot be read" };
        using var page = new HtmlParser().ParseDocument(html);
        var hits = page.QuerySelectorAll(".result").Where(static item => !item.ClassList.Contains("result--ad")).Select(Hit).OfType<SearchHit>().Take(count).ToList();
        if (hits.Count > 0)
            return new SearchAnswer { Hits = hits };
        if (page.QuerySelector(".anomaly-modal__title, #challenge-form, .anomaly-modal") is not null)
            return new SearchAnswer { Problem = "DuckDuckGo asks for proof of a person; try again later, or configure a provider with a key (tools.web.search)" };
        return page.QuerySelector(".no-results, .result--no-result, #links, .results") is not null
            ? new SearchAnswer()
            : new SearchAnswer { Problem = "DuckDuckGo answered with a page this release does not understand" };
    }

    private static SearchHit? Hit(IElement item)
    {
        if (item.QuerySelector("a.result__a") is not { } link || Target(link.GetAttribute("href")) is not { } target)
            return null;
        return new SearchHit(Line(link), target.AbsoluteUri, item.QuerySelector(".result__snippet") is { } snippet ? Line(snippet) : string.Empty, null, target.Host);
    }

    /// <summary>Links lead through a page of theirs that carries the real address.</summary>
    private static Uri? Target(string? href)
    {
        if (!Uri.TryCreate(Endpoint, href, out var url))
            return null;
        if (url.Host.EndsWith("duckduckgo.com", StringComparison.OrdinalIgnoreCase))
        {
            var real = url.Query.TrimStart('?').Split('&').FirstOrDefault(static pair => pair.StartsWith("uddg=", StringComparison.Ordinal));
            if (real is null || !Uri.TryCreate(Uri.UnescapeDataString(real[5..]), UriKind.Absolute, out url) || url.AbsolutePath == "/y.js")
                return null;
        }

        return url.Scheme is "http" or "https" ? url : null;
    }

    private static string? Age(string? freshness) => freshness switch
    {
        "pd" => "d",
        "pw" => "w",
        "pm" => "m",
        "py" => "y",
        { } range => range.Replace("to", "..", StringComparison.Ordinal),
        null => null,
    };

    private static string Line(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
