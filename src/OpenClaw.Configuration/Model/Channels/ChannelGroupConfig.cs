using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model.Channels;

/// <summary><c>groups.&lt;id&gt;</c> of a channel account, or a topic inside one.</summary>
public sealed record ChannelGroupConfig
{
    /// <summary>Null: inherited, in the end true.</summary>
    public bool? RequireMention { get; init; }

    /// <summary>False: everything in it is ignored.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Who may write here, under every policy; null: not restricted here.</summary>
    public IReadOnlyList<string>? AllowFrom { get; init; }

    /// <summary>Skills offered here; null: all of the agent.</summary>
    public IReadOnlyList<string>? Skills { get; init; }

    /// <summary>Added to the system prompt.</summary>
    public string? SystemPrompt { get; init; }

    /// <summary>Tool policy.</summary>
    public JsonObject? Tools { get; init; }

    /// <summary>Tool policy by sender.</summary>
    public JsonObject? ToolsBySender { get; init; }

    /// <summary>Topics by id.</summary>
    public IReadOnlyDictionary<string, ChannelGroupConfig> Topics { get; init; } = new Dictionary<string, ChannelGroupConfig>();

    internal static ChannelGroupConfig Read(ConfigNode node) => new()
    {
        RequireMention = node.Flag("requireMention"),
        Enabled = node.Flag("enabled") ?? true,
        AllowFrom = ChannelAccountConfig.Senders(node.Object?["allowFrom"]),
        Skills = node.Texts("skills"),
        SystemPrompt = node.Text("systemPrompt"),
        Tools = node.Section("tools").Object,
        ToolsBySender = node.Section("toolsBySender").Object,
        Topics = node.Map("topics", Read),
    };
}
