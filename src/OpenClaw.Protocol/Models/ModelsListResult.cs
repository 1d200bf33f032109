namespace OpenClaw.Protocol.Models;

/// <summary>Result of <c>models.list</c>.</summary>
public sealed record ModelsListResult
{
    /// <summary>Sorted by provider, then name.</summary>
    public required IReadOnlyList<ModelRow> Models { get; init; }
}
