using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model;

/// <summary><c>tools.elevated</c>: who may run commands on the host although the session is sandboxed (spec 09 §1.1).</summary>
public sealed record ElevatedConfig
{
    /// <summary>False: nobody may.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Senders by channel; null: not set here.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? AllowFrom { get; init; }

    internal static ElevatedConfig Read(ConfigNode node) => new()
    {
        Enabled = node.Flag("enabled") ?? true,
        AllowFrom = node.Section("allowFrom").Object is { } map
            ? map.ToDictionary(static pair => pair.Key, static pair => Senders(pair.Value), StringComparer.OrdinalIgnoreCase)
            : null,
    };

    private static IReadOnlyList<string> Senders(JsonNode? list) => list is not JsonArray array
        ? []
        : [.. array.OfType<JsonValue>().Select(static value => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString())];
}
