namespace OpenClaw.Agents.Tools.Web.Search;

/// <summary>What a provider answered: results, or a written answer with its sources, or a problem in words.</summary>
internal sealed record SearchAnswer
{
    /// <summary>Results.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>A written answer, from providers that give one.</summary>
    public string? Content { get; init; }

    /// <summary>Addresses the written answer rests on.</summary>
    public IReadOnlyList<string> Citations { get; init; } = [];

    /// <summary>Which model wrote it.</summary>
    public string? Model { get; init; }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public string? Problem { get; init; }
}
