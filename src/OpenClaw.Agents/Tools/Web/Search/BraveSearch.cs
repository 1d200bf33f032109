using System.Globalization;
using System.Text.Json;
using OpenClaw.Agents.Tools.Web.Pages;

namespace OpenClaw.Agents.Tools.Web.Search;

/// <summary>Brave's search API (spec 09 §4).</summary>
/// <param name="http">Connections; follows no redirects, which would carry the key elsewhere.</param>
/// <param name="endpoint">Address of the search.</param>
/// <param name="key">Subscription token.</param>
internal sealed class BraveSearch(HttpClient http, Uri endpoint, string key) : ISearchProvider
{
    /// <summary>Where the service is.</summary>
    public static readonly Uri Endpoint = new("https://api.search.brave.com/res/v1/web/search");

    /// <inheritdoc/>
    public string Name => "brave";

    /// <inheritdoc/>
    public async Task<SearchAnswer> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        var parameters = new List<string> { Pair("q", query.Text), Pair("count", query.Count.ToString(CultureInfo.InvariantCulture)) };
        foreach (var (name, value) in new[] { ("country", query.Country), ("search_lang", query.SearchLanguage), ("ui_lang", query.UiLanguage), ("freshness", query.Freshness) })
        {
            if (value is not null)
                parameters.Add(Pair(name, value));
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(endpoint) { Query = string.Join('&', parameters) }.Uri);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("X-Subscription-Token", key);
        var (body, problem) = await SearchHttp.SendAsync(http, request, "Brave Search", ct).ConfigureAwait(false);
        if (body is null)
            return new SearchAnswer { Problem = problem };
        try
        {
            using var document = JsonDocument.Parse(body);
            return new SearchAnswer { Hits = [.. Hits(document.RootElement).Take(query.Count)] };
        }
        catch (JsonException)
        {
            return new SearchAnswer { Problem = "Brave Search answered with something that is not JSON" };
        }
    }

    private static IEnumerable<SearchHit> Hits(JsonElement root)
    {
        if (Member(root, "web") is not { } web || Member(web, "results") is not { ValueKind: JsonValueKind.Array } results)
            yield break;
        foreach (var item in results.EnumerateArray())
        {
            if (item.Text("url") is not { } url)
                continue;
            yield return new SearchHit(
                TagScan.Strip(item.Text("title") ?? string.Empty),
                url,
                TagScan.Strip(item.Text("description") ?? string.Empty),
                item.Text("age"),
                Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null);
        }
    }

    private static JsonElement? Member(JsonElement node, string name) =>
        node.ValueKind == JsonValueKind.Object && node.TryGetProperty(name, out var value) ? value : null;

    private static string Pair(string name, string value) => $"{name}={Uri.EscapeDataString(value)}";
}
