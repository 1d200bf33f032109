using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model;

/// <summary>One entry of <c>models.providers.&lt;id&gt;.models</c>.</summary>
public sealed record ProviderModelConfig
{
    /// <summary>Id that the provider knows.</summary>
    public string Id { get; init; } = "";

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary>Overrides the API of the provider.</summary>
    public string? Api { get; init; }

    /// <summary>Can think.</summary>
    public bool Reasoning { get; init; }

    /// <summary><c>text</c>, <c>image</c>.</summary>
    public IReadOnlyList<string> Input { get; init; } = ["text"];

    /// <summary>Price.</summary>
    public ModelCostConfig Cost { get; init; } = new();

    /// <summary>Tokens.</summary>
    public long ContextWindow { get; init; } = 200000;

    /// <summary>Tokens of one answer.</summary>
    public long MaxTokens { get; init; } = 8192;

    /// <summary>Extra request headers.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>What the provider does differently.</summary>
    public JsonObject? Compat { get; init; }

    private static ProviderModelConfig Defaults { get; } = new();

    internal static ProviderModelConfig Read(ConfigNode node) => new()
    {
        Id = node.Text("id") ?? Defaults.Id,
        Name = node.Text("name"),
        Api = node.Text("api"),
        Reasoning = node.Flag("reasoning") ?? Defaults.Reasoning,
        Input = node.Texts("input") ?? Defaults.Input,
        Cost = ModelCostConfig.Read(node.Section("cost")),
        ContextWindow = node.Whole("contextWindow") ?? Defaults.ContextWindow,
        MaxTokens = node.Whole("maxTokens") ?? Defaults.MaxTokens,
        Headers = node.TextMap("headers"),
        Compat = node.Section("compat").Object,
    };
}
