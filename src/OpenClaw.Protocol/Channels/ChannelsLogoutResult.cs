using System.Text.Json;
using System.Text.Json.Serialization;
using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Channels;

/// <summary>What a logout did; channels may add members.</summary>
[Open]
public sealed record ChannelsLogoutResult
{
    /// <summary>Channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Credentials were removed.</summary>
    public required bool Cleared { get; init; }

    /// <summary>The service was told.</summary>
    public bool? LoggedOut { get; init; }

    /// <summary>Members this record does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }
}
