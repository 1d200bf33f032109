namespace OpenClaw.Agents.Tools.Web.Search;

/// <summary>One result of a search, as plain text.</summary>
internal sealed record SearchHit(string Title, string Url, string Description, string? Published, string? SiteName);
