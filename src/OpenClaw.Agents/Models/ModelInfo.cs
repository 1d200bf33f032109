namespace OpenClaw.Agents.Models;

/// <summary>All that is known of one model.</summary>
public sealed record ModelInfo
{
    /// <summary>Provider and id.</summary>
    public required ModelRef Ref { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="ModelApis"/>; other values are listed but cannot be called.</summary>
    public required string Api { get; init; }

    /// <summary>Address the API's paths are appended to.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>True when it can think before it answers.</summary>
    public bool Reasoning { get; init; }

    /// <summary><c>text</c>, <c>image</c>.</summary>
    public IReadOnlyList<string> Input { get; init; } = ["text"];

    /// <summary>Dollars per million tokens.</summary>
    public ModelCost Price { get; init; }

    /// <summary>Tokens it can see.</summary>
    public long ContextWindow { get; init; } = 200_000;

    /// <summary>Tokens it may answer with.</summary>
    public long MaxTokens { get; init; } = 8192;

    /// <summary>Extra request headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    /// <summary>True: the key goes into <c>Authorization</c> whatever the format's own header is.</summary>
    public bool UsesAuthorization { get; init; }

    /// <summary>Deviations of the server.</summary>
    public ModelCompat Compat { get; init; } = new();

    /// <summary>What the configuration adds to its requests.</summary>
    public ModelParams Params { get; init; } = new();

    /// <summary>True when it accepts pictures.</summary>
    public bool TakesImages => Input.Contains("image", StringComparer.Ordinal);
}
