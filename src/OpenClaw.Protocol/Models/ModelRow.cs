namespace OpenClaw.Protocol.Models;

/// <summary>A model that can be chosen.</summary>
public sealed record ModelRow
{
    /// <summary>Id at its provider.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Provider id.</summary>
    public required string Provider { get; init; }

    /// <summary>Tokens.</summary>
    public long? ContextWindow { get; init; }

    /// <summary>It can think before answering.</summary>
    public bool? Reasoning { get; init; }

    /// <summary>What it reads: <c>text</c>, <c>image</c>.</summary>
    public IReadOnlyList<string>? Input { get; init; }
}
