using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model;

/// <summary><c>agents.defaults.models.&lt;provider/model&gt;</c>.</summary>
public sealed record ModelEntryConfig
{
    /// <summary>Short name.</summary>
    public string? Alias { get; init; }

    /// <summary>Extra parameters of requests to this model.</summary>
    public JsonObject? Params { get; init; }

    internal static ModelEntryConfig Read(ConfigNode node) => new()
    {
        Alias = node.Text("alias"),
        Params = node.Section("params").Object,
    };
}
