using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Identity.Routing;

/// <summary>The session in which an agent talks with a peer of a channel (spec 08 §2, spec 10 §2).</summary>
public static class PeerKeys
{
    /// <summary>The key, not yet canonical.</summary>
    /// <param name="config">How direct chats are told apart, and who is one person.</param>
    /// <param name="agentId">Agent.</param>
    /// <param name="channel">Channel id.</param>
    /// <param name="accountId">Account; null: the default one.</param>
    /// <param name="chatType"><c>direct</c>, <c>group</c> or <c>channel</c>.</param>
    /// <param name="peerId">Person, group (with its topic) or channel.</param>
    /// <param name="directThreadId">Thread inside a direct chat.</param>
    public static string Of(
        OpenClawConfig config, string agentId, string channel, string? accountId, string chatType, string peerId, string? directThreadId = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        switch (chatType)
        {
            case "group":
                return SessionKeys.Group(agentId, channel, peerId);
            case "channel":
                return SessionKeys.Channel(agentId, channel, peerId);
        }

        var scope = Scope(config.Session.DmScope);
        var key = SessionKeys.Direct(
            agentId, scope, channel, AgentIds.Normalize(accountId, "default"), scope == DirectScope.Main ? peerId : OnePerson(config.Session, channel, peerId));
        return directThreadId is null ? key : SessionKeys.Thread(key, directThreadId);
    }

    /// <summary>The value of <c>session.dmScope</c>.</summary>
    public static DirectScope Scope(string dmScope) => dmScope switch
    {
        "per-peer" => DirectScope.PerPeer,
        "per-channel-peer" => DirectScope.PerChannelPeer,
        "per-account-channel-peer" => DirectScope.PerAccountChannelPeer,
        _ => DirectScope.Main,
    };

    /// <summary>The name under which <c>session.identityLinks</c> joins a person's ids; else the peer itself.</summary>
    private static string OnePerson(SessionConfig session, string channel, string peerId)
    {
        var qualified = $"{channel}:{peerId}";
        return session.IdentityLinks.FirstOrDefault(link => link.Value.Any(id => Same(id, peerId) || Same(id, qualified))).Key?.Trim() is { Length: > 0 } name
            ? name
            : peerId;
    }

    private static bool Same(string one, string other) => one.Trim().Equals(other, StringComparison.OrdinalIgnoreCase);
}
