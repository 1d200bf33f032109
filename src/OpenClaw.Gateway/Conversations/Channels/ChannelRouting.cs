using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Identity;
using OpenClaw.Agents.Identity.Routing;
using OpenClaw.Agents.Sessions;
using OpenClaw.Channels.Inbound;

namespace OpenClaw.Gateway.Conversations.Channels;

/// <summary>From a peer on a channel to the agent and session that answer it (spec 10 §2).</summary>
internal sealed class ChannelRouting(SessionStore store)
{
    private AgentDirectory Agents => store.Agents;

    /// <summary>The route by the bindings of the config.</summary>
    public InboundRoute Of(InboundPeer peer)
    {
        var match = AgentRouting.Find(
            Agents.Config, new RouteQuery(peer.Channel, peer.AccountId, PeerKind(peer), BindingPeer(peer)));
        return For(match.AgentId, peer);
    }

    /// <summary>The route to one agent; null when there is none of this id.</summary>
    public InboundRoute? To(string agentId, InboundPeer peer)
    {
        var id = AgentIds.Normalize(agentId);
        return Agents.Config.Agents.List.Count == 0 || Agents.IsKnown(id) ? For(id, peer) : null;
    }

    private InboundRoute For(string agentId, InboundPeer peer)
    {
        var key = store.Canonical(
            PeerKeys.Of(Agents.Config, agentId, peer.Channel, peer.AccountId, peer.ChatType, peer.PeerId, peer.DirectThreadId));
        var session = store.Find(key);
        var entry = Agents.Entry(agentId);
        return new InboundRoute(agentId, key, SessionKeys.ForMain(agentId, Agents.KeyRules))
        {
            IdentityName = entry?.Identity?.Name,
            IdentityEmoji = entry?.Identity?.Emoji,
            MentionPatterns = Patterns(entry?.Raw?["groupChat"]?["mentionPatterns"]),
            Activation = session?.Text("groupActivation"),
            LastActivityAt = session?.Number("updatedAt") is > 0 and var at ? at : null,
        };
    }

    private static string PeerKind(InboundPeer peer) => peer.ChatType == "direct" ? "dm" : peer.ChatType;

    /// <summary>A binding names the chat; its topics follow it unless one is named itself.</summary>
    private string BindingPeer(InboundPeer peer)
    {
        var topic = peer.PeerId.IndexOf(":topic:", StringComparison.Ordinal);
        return topic < 0 || Agents.Config.Bindings.Any(binding => binding.Match.Peer?.Id.Trim() == peer.PeerId) ? peer.PeerId : peer.PeerId[..topic];
    }

    private static List<string>? Patterns(JsonNode? node) => node is JsonArray list
        ? [.. list.OfType<JsonValue>().Where(static value => value.GetValueKind() == JsonValueKind.String).Select(static value => value.GetValue<string>())]
        : null;
}
