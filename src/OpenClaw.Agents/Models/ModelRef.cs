namespace OpenClaw.Agents.Models;

/// <summary>A provider and a model id, <c>provider/id</c>; the id may itself contain slashes.</summary>
public readonly record struct ModelRef(string Provider, string Id)
{
    /// <summary>Used when the configuration names no model and a key for it is at hand.</summary>
    public static ModelRef Default { get; } = new("anthropic", "claude-opus-4-5");

    /// <summary>Null when either half is missing.</summary>
    public static ModelRef? Parse(string text)
    {
        var cut = text.IndexOf('/');
        var provider = cut > 0 ? text[..cut].Trim() : string.Empty;
        var id = cut > 0 ? text[(cut + 1)..].Trim() : string.Empty;
        return provider.Length > 0 && id.Length > 0 ? new ModelRef(NormalizeProvider(provider), id) : null;
    }

    /// <summary>Lower case, with the few spellings that mean the same (spec 08 §14).</summary>
    public static string NormalizeProvider(string provider) => provider.Trim().ToLowerInvariant() switch
    {
        "z.ai" or "z-ai" => "zai",
        "opencode-zen" => "opencode",
        "qwen" => "qwen-portal",
        "kimi-code" => "kimi-coding",
        var other => other,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Provider}/{Id}";
}
