using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Gateway.ControlPlane.Health;

/// <summary>Channel summaries without what moves by itself: ages, and times of probes and traffic. Clients are told of changes, not of the clock.</summary>
internal static class StillChannels
{
    private static readonly string[] s_moving = ["authAgeMs", "lastProbeAt", "elapsedMs", "lastMessageAt", "lastEventAt", "lastInboundAt", "lastOutboundAt"];

    public static IReadOnlyDictionary<string, JsonElement> Of(IReadOnlyDictionary<string, JsonElement> channels) =>
        channels.ToDictionary(static channel => channel.Key, static channel => Still(channel.Value));

    private static JsonElement Still(JsonElement summary)
    {
        var node = JsonNode.Parse(summary.GetRawText());
        Strip(node);
        using var document = JsonDocument.Parse(node?.ToJsonString() ?? "null");
        return document.RootElement.Clone();
    }

    private static void Strip(JsonNode? node)
    {
        if (node is not JsonObject json)
            return;
        foreach (var name in s_moving)
            json.Remove(name);
        foreach (var (_, value) in json)
            Strip(value);
    }
}
