using OpenClaw.Agents.Identity;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tools.Web.Search;

/// <summary>
/// Chooses the search engine. Questions of a person leave the machine only towards a service its owner named: by <c>provider</c>, or by
/// a key. The keyless one is therefore never a silent fallback.
/// </summary>
internal sealed class SearchProviders(AgentDirectory agents, HttpClient http)
{
    /// <summary>Addresses that tests replace.</summary>
    internal Uri BraveEndpoint { get; init; } = BraveSearch.Endpoint;

    /// <summary>Addresses that tests replace.</summary>
    internal Uri DuckDuckGoEndpoint { get; init; } = DuckDuckGoSearch.Endpoint;

    /// <summary>The engine in force; null with the error code and its explanation when a key is missing.</summary>
    public (ISearchProvider? Provider, string? Error, string? Message) Choose()
    {
        var config = agents.Config.WebTools.Search;
        var brave = config.ApiKey ?? agents.Environment["BRAVE_API_KEY"];
        var perplexity = config.PerplexityApiKey ?? agents.Environment.FirstOf("PERPLEXITY_API_KEY", "OPENROUTER_API_KEY");
        switch (config.Provider)
        {
            case "duckduckgo":
                return (new DuckDuckGoSearch(http, DuckDuckGoEndpoint), null, null);
            case "perplexity":
                return perplexity is null
                    ? (null, "missing_perplexity_api_key", "web_search needs a key for Perplexity: set tools.web.search.perplexity.apiKey, PERPLEXITY_API_KEY or "
                        + "OPENROUTER_API_KEY; or set tools.web.search.provider to duckduckgo, which needs no key.")
                    : (Perplexity(config, perplexity), null, null);
            default:
                return brave is null
                    ? (null, "missing_brave_api_key", "web_search needs a key for Brave Search: set tools.web.search.apiKey or BRAVE_API_KEY; "
                        + "or set tools.web.search.provider to duckduckgo, which needs no key.")
                    : (new BraveSearch(http, BraveEndpoint, brave), null, null);
        }
    }

    private PerplexitySearch Perplexity(WebSearchConfig config, string key) =>
        new(http, config.PerplexityBaseUrl ?? PerplexitySearch.BaseUrlFor(key), config.PerplexityModel ?? PerplexitySearch.DefaultModel, key);
}
