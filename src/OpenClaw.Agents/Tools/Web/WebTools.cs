using System.Net;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Tools.Web.Search;

namespace OpenClaw.Agents.Tools.Web;

/// <summary>Offers <c>web_fetch</c> and <c>web_search</c> as far as they are enabled. Owns their connections.</summary>
public sealed class WebTools : IToolSource, IDisposable
{
    private readonly AgentDirectory _agents;
    private readonly HttpClient _search;
    private readonly Lazy<ITool> _fetchTool;
    private readonly Lazy<ITool> _searchTool;

    /// <summary>Makes the source; nothing is connected, and the tools themselves are made at their first use.</summary>
    /// <param name="agents">The configuration in force.</param>
    /// <param name="http">Fetches pages; stays the caller's.</param>
    /// <param name="time">Clock.</param>
    public WebTools(AgentDirectory agents, GuardedHttp http, TimeProvider time)
    {
        _agents = agents;
        _search = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        _fetchTool = new Lazy<ITool>(() => new WebFetchTool(agents, http, time));
        _searchTool = new Lazy<ITool>(() => new WebSearchTool(agents, new SearchProviders(agents, _search), time));
    }

    /// <inheritdoc/>
    public IEnumerable<ITool> Tools(ToolScene scene)
    {
        var config = _agents.Config.WebTools;
        if (config.Search.Enabled)
            yield return _searchTool.Value;
        if (config.Fetch.Enabled)
            yield return _fetchTool.Value;
    }

    /// <inheritdoc/>
    public void Dispose() => _search.Dispose();
}
