namespace OpenClaw.Configuration.Model;

/// <summary><c>agents.defaults.contextPruning</c>: old tool results are left out of what the model is sent (spec 08 §13.3).</summary>
public sealed record ContextPruningConfig
{
    /// <summary><c>off</c> or <c>cache-ttl</c>; null: not configured.</summary>
    public string? Mode { get; init; }

    /// <summary>Duration such as <c>5m</c> after which the provider's cache is thought cold; null: 5 minutes.</summary>
    public string? Ttl { get; init; }

    /// <summary>Newest answers whose tool results are left alone.</summary>
    public int KeepLastAssistants { get; init; } = 3;

    /// <summary>Filling of the window from which long results are cut.</summary>
    public double SoftTrimRatio { get; init; } = 0.3;

    /// <summary>Filling of the window above which results are replaced.</summary>
    public double HardClearRatio { get; init; } = 0.5;

    /// <summary>Fewer characters of tool results than this are never replaced.</summary>
    public long MinPrunableToolChars { get; init; } = 50_000;

    /// <summary>Results longer than this are cut.</summary>
    public int SoftMaxChars { get; init; } = 4000;

    /// <summary>Kept from the beginning of a cut result.</summary>
    public int SoftHeadChars { get; init; } = 1500;

    /// <summary>Kept from its end.</summary>
    public int SoftTailChars { get; init; } = 1500;

    /// <summary>Whether results may be replaced altogether.</summary>
    public bool HardClear { get; init; } = true;

    /// <summary>What stands in place of a replaced result; null: ours.</summary>
    public string? Placeholder { get; init; }

    /// <summary>Tools whose results may be touched, <c>*</c> as wildcard; null or empty: all.</summary>
    public IReadOnlyList<string>? AllowTools { get; init; }

    /// <summary>Tools whose results are never touched.</summary>
    public IReadOnlyList<string>? DenyTools { get; init; }

    private static ContextPruningConfig Defaults { get; } = new();

    internal static ContextPruningConfig Read(ConfigNode node)
    {
        var (soft, hard, tools) = (node.Section("softTrim"), node.Section("hardClear"), node.Section("tools"));
        return new ContextPruningConfig
        {
            Mode = node.Text("mode"),
            Ttl = node.Text("ttl"),
            KeepLastAssistants = node.Count("keepLastAssistants") ?? Defaults.KeepLastAssistants,
            SoftTrimRatio = node.Number("softTrimRatio") ?? Defaults.SoftTrimRatio,
            HardClearRatio = node.Number("hardClearRatio") ?? Defaults.HardClearRatio,
            MinPrunableToolChars = node.Whole("minPrunableToolChars") ?? Defaults.MinPrunableToolChars,
            SoftMaxChars = soft.Count("maxChars") ?? Defaults.SoftMaxChars,
            SoftHeadChars = soft.Count("headChars") ?? Defaults.SoftHeadChars,
            SoftTailChars = soft.Count("tailChars") ?? Defaults.SoftTailChars,
            HardClear = hard.Flag("enabled") ?? Defaults.HardClear,
            Placeholder = hard.Text("placeholder"),
            AllowTools = tools.Texts("allow"),
            DenyTools = tools.Texts("deny"),
        };
    }
}
