namespace OpenClaw.Agents.Providers;

/// <summary>Texts to turn into vectors.</summary>
public sealed record EmbeddingRequest
{
    /// <summary>Address the API's paths are appended to.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>The key; null for servers that want none. Never logged.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Provider id, for messages.</summary>
    public required string Provider { get; init; }

    /// <summary>The model's id.</summary>
    public required string Model { get; init; }

    /// <summary>The texts.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Length of the vectors; null: the model's own.</summary>
    public int? Dimensions { get; init; }

    /// <summary>Extra request headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;
}
