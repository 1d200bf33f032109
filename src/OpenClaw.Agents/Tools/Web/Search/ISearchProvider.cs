namespace OpenClaw.Agents.Tools.Web.Search;

/// <summary>A search engine, configured and ready to be asked.</summary>
internal interface ISearchProvider
{
    /// <summary>Name as it stands in the configuration and in results.</summary>
    string Name { get; }

    /// <summary>Asks. A failure is an answer with a problem; the only exception is a cancellation.</summary>
    Task<SearchAnswer> SearchAsync(SearchQuery query, CancellationToken ct);
}
