namespace OpenClaw.Agents.Models;

/// <summary>How hard a model thinks (spec 08 §18, spec 02 §6).</summary>
public static class ThinkingLevels
{
    /// <summary>Does not think.</summary>
    public const string Off = "off";

    /// <summary>Only a few models know it.</summary>
    public const string ExtraHigh = "xhigh";

    private static readonly string[] s_byEffort = [Off, "minimal", "low", "medium", "high", ExtraHigh];

    private static readonly string[] s_extraHigh = ["openai/gpt-5.2", "openai-codex/gpt-5.2-codex", "openai-codex/gpt-5.1-codex"];

    /// <summary>The level a word means; null when it means none.</summary>
    public static string? Parse(string? word) => (word ?? string.Empty).Trim().ToLowerInvariant() switch
    {
        "off" or "minimal" or "low" or "medium" or "high" or ExtraHigh => word!.Trim().ToLowerInvariant(),
        "on" or "enable" or "enabled" or "thinkhard" or "think-hard" => "low",
        "min" or "think" => "minimal",
        "mid" or "med" or "think-harder" or "thinkharder" => "medium",
        "ultra" or "ultrathink" or "highest" or "max" => "high",
        "x-high" or "x_high" => ExtraHigh,
        _ => null,
    };

    /// <summary>True when the model knows <see cref="ExtraHigh"/>.</summary>
    public static bool HasExtraHigh(ModelRef model) => s_extraHigh.Contains(model.ToString(), StringComparer.Ordinal);

    /// <summary>The level to send to a model: one it does not know becomes the next lower.</summary>
    internal static string For(ModelRef model, string level) => level == ExtraHigh && !HasExtraHigh(model) ? "high" : level;

    /// <summary>
    /// The nearest level to the wanted one among those that an error names as supported (spec 08 §14); null when it names none. Providers
    /// write <c>Supported values are: 'low', 'medium', and 'high'</c>.
    /// </summary>
    internal static string? Offered(string error, string wanted)
    {
        var at = error.IndexOf("supported values are", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var named = error[at..].Split([' ', ',', '\'', '"', '`', ':', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static word => word == "none" ? Off : word).Where(word => s_byEffort.Contains(word, StringComparer.Ordinal)).ToList();
        var target = Array.IndexOf(s_byEffort, wanted);
        return named.Count == 0 ? null : named.MinBy(level => Math.Abs(Array.IndexOf(s_byEffort, level) - target));
    }

    /// <summary>The models that know <see cref="ExtraHigh"/>, for messages.</summary>
    public static string ExtraHighModels => string.Join(", ", s_extraHigh[..^1]) + " or " + s_extraHigh[^1];

    /// <summary>The levels to name in an error, for this model.</summary>
    public static string Choices(ModelRef model) => HasExtraHigh(model) ? "off|minimal|low|medium|high|xhigh" : "off|minimal|low|medium|high";
}
