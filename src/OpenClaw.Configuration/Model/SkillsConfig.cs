namespace OpenClaw.Configuration.Model;

/// <summary><c>skills</c> (spec 09 §10.2).</summary>
public sealed record SkillsConfig
{
    /// <summary>The only bundled skills that may be used; null or empty: all.</summary>
    public IReadOnlyList<string>? AllowBundled { get; init; }

    /// <summary>More folders of skills, weaker than all others.</summary>
    public IReadOnlyList<string> ExtraDirs { get; init; } = [];

    /// <summary>Notice changes of skills while the gateway runs.</summary>
    public bool Watch { get; init; } = true;

    /// <summary>How long changes are gathered.</summary>
    public long WatchDebounceMs { get; init; } = 250;

    /// <summary>Prefer Homebrew where several installers are offered.</summary>
    public bool PreferBrew { get; init; } = true;

    /// <summary><c>npm</c>, <c>pnpm</c>, <c>yarn</c> or <c>bun</c>.</summary>
    public string NodeManager { get; init; } = "npm";

    /// <summary>By skill key.</summary>
    public IReadOnlyDictionary<string, SkillEntryConfig> Entries { get; init; } = new Dictionary<string, SkillEntryConfig>();

    private static SkillsConfig Defaults { get; } = new();

    internal static SkillsConfig Read(ConfigNode node)
    {
        var (load, install) = (node.Section("load"), node.Section("install"));
        return new SkillsConfig
        {
            AllowBundled = node.Texts("allowBundled"),
            ExtraDirs = load.Texts("extraDirs") ?? Defaults.ExtraDirs,
            Watch = load.Flag("watch") ?? Defaults.Watch,
            WatchDebounceMs = load.Whole("watchDebounceMs") ?? Defaults.WatchDebounceMs,
            PreferBrew = install.Flag("preferBrew") ?? Defaults.PreferBrew,
            NodeManager = install.Text("nodeManager") ?? Defaults.NodeManager,
            Entries = node.Map("entries", SkillEntryConfig.Read),
        };
    }
}
