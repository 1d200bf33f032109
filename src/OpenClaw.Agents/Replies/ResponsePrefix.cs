using System.Text.RegularExpressions;
using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Replies;

/// <summary><c>messages.responsePrefix</c>: what stands in front of every reply on a channel (spec 08 §17).</summary>
public static partial class ResponsePrefix
{
    /// <summary>The word that stands for the agent's name in brackets.</summary>
    public const string Auto = "auto";

    /// <summary>The prefix with its placeholders filled in; null when there is none. What is not known stays as it is written.</summary>
    /// <param name="template">As configured.</param>
    /// <param name="identity">Name of the agent.</param>
    /// <param name="model">Model that answered.</param>
    /// <param name="thinking">Its thinking level.</param>
    public static string? Expand(string? template, string? identity, ModelRef? model, string? thinking)
    {
        if (template is not { Length: > 0 })
            return null;
        if (template == Auto)
            return identity is { Length: > 0 } ? $"[{identity}]" : null;
        return Placeholder().Replace(template, match => match.Groups[1].Value.ToLowerInvariant() switch
        {
            "model" => model?.Id,
            "modelfull" => model?.ToString(),
            "provider" => model?.Provider,
            "thinkinglevel" or "think" => thinking,
            "identity.name" or "identityname" => identity,
            _ => null,
        } ?? match.Value);
    }

    /// <summary>The text with the prefix in front, once.</summary>
    public static string Apply(string text, string? prefix) =>
        prefix is not { Length: > 0 } || text.Length == 0 || text.StartsWith(prefix, StringComparison.Ordinal) ? text : $"{prefix} {text}";

    [GeneratedRegex(@"\{([a-zA-Z.]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
