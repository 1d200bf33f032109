using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Skills;

/// <summary>Config of one skill. Values of secrets are replaced before it is sent.</summary>
[Open]
public sealed record SkillConfig
{
    /// <summary>Switched on.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Its secret.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, string>? Env { get; init; }

    /// <summary>Its own settings.</summary>
    public JsonElement? Config { get; init; }

    /// <summary>Members this version does not know.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
