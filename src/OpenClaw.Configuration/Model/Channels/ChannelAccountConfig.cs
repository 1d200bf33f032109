using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model.Channels;

/// <summary>What accounts of every channel can be told (spec 10 §3.3, §7.1, §8.1), read from a <see cref="ChannelSection"/>.</summary>
public sealed record ChannelAccountConfig
{
    /// <summary>False: switched off.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Display name.</summary>
    public string? Name { get; init; }

    /// <summary><c>pairing</c>, <c>allowlist</c>, <c>open</c> or <c>disabled</c>.</summary>
    public string DmPolicy { get; init; } = "pairing";

    /// <summary>Who may write directly; entries as written, numbers as text.</summary>
    public IReadOnlyList<string> AllowFrom { get; init; } = [];

    /// <summary><c>open</c>, <c>allowlist</c> or <c>disabled</c>; <c>channels.defaults.groupPolicy</c> holds where the channel says nothing.</summary>
    public string GroupPolicy { get; init; } = "allowlist";

    /// <summary>Who may write in groups; null: <see cref="AllowFrom"/> holds.</summary>
    public IReadOnlyList<string>? GroupAllowFrom { get; init; }

    /// <summary>Groups by id or <c>*</c>; empty: any group.</summary>
    public IReadOnlyDictionary<string, ChannelGroupConfig> Groups { get; init; } = new Dictionary<string, ChannelGroupConfig>();

    /// <summary>Messages of a group kept as context; null: the general limit holds.</summary>
    public int? HistoryLimit { get; init; }

    /// <summary>UTF-16 units of one outbound text.</summary>
    public int TextChunkLimit { get; init; } = 4000;

    /// <summary><c>length</c> or <c>newline</c>.</summary>
    public string ChunkMode { get; init; } = "length";

    /// <summary>Largest attachment; null: the channel's own default holds.</summary>
    public double? MediaMaxMb { get; init; }

    /// <summary>Answers in blocks; null: the agent's default holds.</summary>
    public bool? BlockStreaming { get; init; }

    /// <summary>How blocks are joined; null: the agent's default holds.</summary>
    public CoalesceConfig? Coalesce { get; init; }

    /// <summary>Drafts of a growing answer (Telegram): <c>off</c>, <c>partial</c> or <c>block</c>.</summary>
    public string StreamMode { get; init; } = "partial";

    /// <summary>Characters by which a draft grows at least in mode <c>block</c>.</summary>
    public int DraftMinChars { get; init; } = 200;

    /// <summary><c>off</c>, <c>bullets</c> or <c>code</c>; null: the channel's own default holds.</summary>
    public string? Tables { get; init; }

    /// <summary>False: the channel never changes the config by itself.</summary>
    public bool ConfigWrites { get; init; } = true;

    /// <summary>Switches of message actions by name, e.g. <c>reactions</c>; an absent one has its default.</summary>
    public IReadOnlyDictionary<string, bool> Actions { get; init; } = new Dictionary<string, bool>();

    /// <summary>Everything, for what one channel alone reads.</summary>
    public JsonObject Raw { get; init; } = [];

    /// <summary>Reads the settings of an account.</summary>
    /// <param name="merged">From <see cref="ChannelSection.Of"/>.</param>
    /// <param name="defaults"><c>channels.defaults</c>; null: there are none.</param>
    public static ChannelAccountConfig Read(JsonObject merged, JsonObject? defaults)
    {
        ArgumentNullException.ThrowIfNull(merged);
        var node = new ConfigNode(merged);
        var standard = new ChannelAccountConfig();
        return new ChannelAccountConfig
        {
            Enabled = node.Flag("enabled") ?? true,
            Name = node.Text("name"),
            DmPolicy = node.Text("dmPolicy") ?? standard.DmPolicy,
            AllowFrom = Senders(merged["allowFrom"]) ?? [],
            GroupPolicy = node.Text("groupPolicy") ?? new ConfigNode(defaults).Text("groupPolicy") ?? standard.GroupPolicy,
            GroupAllowFrom = Senders(merged["groupAllowFrom"]),
            Groups = node.Map("groups", ChannelGroupConfig.Read),
            HistoryLimit = node.Count("historyLimit"),
            TextChunkLimit = node.Count("textChunkLimit") ?? standard.TextChunkLimit,
            ChunkMode = node.Text("chunkMode") ?? standard.ChunkMode,
            MediaMaxMb = node.Number("mediaMaxMb"),
            BlockStreaming = node.Flag("blockStreaming"),
            Coalesce = CoalesceConfig.Read(node.Section("blockStreamingCoalesce")),
            StreamMode = node.Text("streamMode") ?? standard.StreamMode,
            DraftMinChars = node.Section("draftChunk").Count("minChars") ?? standard.DraftMinChars,
            Tables = node.Section("markdown").Text("tables"),
            ConfigWrites = node.Flag("configWrites") ?? true,
            Actions = Switches(node.Section("actions").Object),
            Raw = merged,
        };
    }

    internal static IReadOnlyList<string>? Senders(JsonNode? node) =>
        node is JsonArray list
            ? [.. list.OfType<JsonValue>()
                .Select(static value => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString())
                .Select(static text => text.Trim()).Where(static text => text.Length > 0)]
            : null;

    private static Dictionary<string, bool> Switches(JsonObject? actions)
    {
        var switches = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (name, value) in actions ?? [])
        {
            if (value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
                switches[name] = value.GetValue<bool>();
        }

        return switches;
    }
}
