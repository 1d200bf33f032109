namespace OpenClaw.Configuration.Model;

/// <summary><c>hooks.internal</c>: scripts that run when something happens in the gateway.</summary>
public sealed record InternalHooksConfig
{
    /// <summary>Run them.</summary>
    public bool Enabled { get; init; }

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, InternalHookEntryConfig> Entries { get; init; } = new Dictionary<string, InternalHookEntryConfig>();

    /// <summary>More directories of hooks.</summary>
    public IReadOnlyList<string> ExtraDirs { get; init; } = [];

    internal static InternalHooksConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? false,
        Entries = node.Map("entries", InternalHookEntryConfig.Read),
        ExtraDirs = node.Section("load").Texts("extraDirs") ?? [],
    };
}
