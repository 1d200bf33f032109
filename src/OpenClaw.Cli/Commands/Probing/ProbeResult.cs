using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Cli.Commands.Probing;

/// <summary>What a probe found. <see cref="Error"/> with <see cref="Ok"/> means: connected, but a question was not answered.</summary>
internal sealed record ProbeResult
{
    public required ProbeTarget Target { get; init; }

    /// <summary>The handshake succeeded.</summary>
    public bool Ok { get; init; }

    public long? LatencyMs { get; init; }

    public string? Error { get; init; }

    public int? CloseCode { get; init; }

    public string? CloseReason { get; init; }

    public PresenceEntry? Self { get; init; }

    public string? Version { get; init; }

    public JsonElement? Config { get; init; }

    public JsonElement? Health { get; init; }

    public JsonElement? Status { get; init; }

    public JsonElement? Presence { get; init; }

    public JsonObject ToJson() => new()
    {
        ["id"] = Target.Id,
        ["kind"] = Target.Id,
        ["url"] = Target.Gateway.UrlText,
        ["active"] = Target.Active,
        ["tunnel"] = null,
        ["connect"] = new JsonObject
        {
            ["ok"] = Ok,
            ["latencyMs"] = LatencyMs,
            ["error"] = Error,
            ["close"] = CloseCode is null ? null : new JsonObject { ["code"] = CloseCode, ["reason"] = CloseReason },
        },
        ["self"] = SelfJson(),
        ["config"] = ConfigSummary.Of(Config),
        ["health"] = Node(Health),
        ["summary"] = Node(Status),
        ["presence"] = Node(Presence),
    };

    public JsonObject? SelfJson() => !Ok ? null : new JsonObject
    {
        ["host"] = Self?.Host,
        ["ip"] = Self?.Ip,
        ["version"] = Version,
        ["platform"] = Self?.Platform,
    };

    private static JsonNode? Node(JsonElement? element) => element is { } value ? JsonNode.Parse(value.GetRawText()) : null;
}
