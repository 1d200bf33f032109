using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Channels.Access;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Channels.Inbound.Steps;

/// <summary>Chats that several agents hear: <c>broadcast</c> (spec 10 §7.9). WhatsApp alone, as in the original.</summary>
internal static class BroadcastGroups
{
    /// <summary>Agents that hear a chat, as configured; empty: it is routed as usual.</summary>
    public static IReadOnlyList<string> AgentsOf(InboundEvent inbound, OpenClawConfig config) =>
        SenderIds.ArePhones(inbound.Channel) && inbound.Copy is null
        && config.Raw?["broadcast"] is JsonObject groups && groups[inbound.PeerId] is JsonArray agents
            ? [.. agents.Where(static item => item?.GetValueKind() == JsonValueKind.String).Select(static item => item!.GetValue<string>()).Distinct(StringComparer.Ordinal)]
            : [];
}
