namespace OpenClaw.Configuration.Model;

/// <summary><c>hooks</c>.</summary>
public sealed record HooksConfig
{
    /// <summary>Serve them; needs a token.</summary>
    public bool Enabled { get; init; }

    /// <summary>Where.</summary>
    public string Path { get; init; } = "/hooks";

    /// <summary>Secret of callers.</summary>
    public string? Token { get; init; }

    /// <summary>Bytes of a request.</summary>
    public long MaxBodyBytes { get; init; } = 262144;

    /// <summary>Mappings that come with the product, by name: <c>gmail</c>.</summary>
    public IReadOnlyList<string> Presets { get; init; } = [];

    /// <summary>Directory of transforms; null: <c>hooks/transforms</c> beside the config file.</summary>
    public string? TransformsDir { get; init; }

    /// <summary>What requests to other paths do.</summary>
    public IReadOnlyList<HookMappingConfig> Mappings { get; init; } = [];

    /// <summary>Model of mails.</summary>
    public string? GmailModel { get; init; }

    /// <summary>Thinking level of mails.</summary>
    public string? GmailThinking { get; init; }

    /// <summary>Mails are handed to the agent as if their owner had written them.</summary>
    public bool GmailIsTrusted { get; init; }

    /// <summary><c>hooks.internal</c>.</summary>
    public InternalHooksConfig Internal { get; init; } = new();

    private static HooksConfig Defaults { get; } = new();

    internal static HooksConfig Read(ConfigNode node)
    {
        var gmail = node.Section("gmail");
        return new HooksConfig
        {
            Enabled = node.Flag("enabled") ?? Defaults.Enabled,
            Path = node.Text("path") ?? Defaults.Path,
            Token = node.Text("token"),
            MaxBodyBytes = node.Whole("maxBodyBytes") ?? Defaults.MaxBodyBytes,
            Presets = node.Texts("presets") ?? [],
            TransformsDir = node.Text("transformsDir"),
            Mappings = node.List("mappings", HookMappingConfig.Read) ?? [],
            GmailModel = gmail.Text("model"),
            GmailThinking = gmail.Text("thinking"),
            GmailIsTrusted = gmail.Flag("allowUnsafeExternalContent") ?? false,
            Internal = InternalHooksConfig.Read(node.Section("internal")),
        };
    }
}
