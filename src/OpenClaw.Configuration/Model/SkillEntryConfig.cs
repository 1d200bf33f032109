using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model;

/// <summary><c>skills.entries.&lt;skillKey&gt;</c>.</summary>
public sealed record SkillEntryConfig
{
    /// <summary>False: the skill is switched off.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Secret: value of the skill's main environment variable.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Environment variables of runs that may use the skill; values may be secret.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>The skill's own settings.</summary>
    public JsonObject? Config { get; init; }

    internal static SkillEntryConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled"),
        ApiKey = node.Text("apiKey"),
        Env = node.TextMap("env") ?? new Dictionary<string, string>(),
        Config = node.Section("config").Object,
    };
}
