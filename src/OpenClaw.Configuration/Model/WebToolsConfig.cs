namespace OpenClaw.Configuration.Model;

/// <summary><c>tools.web</c>: how agents reach the web.</summary>
public sealed record WebToolsConfig
{
    /// <summary>The search.</summary>
    public WebSearchConfig Search { get; init; } = new();

    /// <summary>Reading pages.</summary>
    public WebFetchConfig Fetch { get; init; } = new();

    internal static WebToolsConfig Read(ConfigNode node) => new()
    {
        Search = WebSearchConfig.Read(node.Section("search")),
        Fetch = WebFetchConfig.Read(node.Section("fetch")),
    };
}
