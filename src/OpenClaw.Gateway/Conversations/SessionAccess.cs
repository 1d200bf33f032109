using System.Text.Json;
using OpenClaw.Agents.Commands;
using OpenClaw.Agents.Sessions;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Sessions;

namespace OpenClaw.Gateway.Conversations;

/// <summary>The checks every method makes on a session key, in one place.</summary>
internal sealed class SessionAccess(SessionStore store)
{
    /// <summary>The canonical key, or the refusal of a key that names an agent which is not configured.</summary>
    public (string Key, GatewayError? Error) Resolve(string method, string key)
    {
        var canonical = store.Canonical(key);
        var agentId = store.AgentOf(canonical);
        return store.Agents.IsKnown(agentId)
            ? (canonical, null)
            : (canonical, GatewayError.Invalid($"invalid {method} params: unknown agent id \"{agentId}\""));
    }

    /// <summary>The refusal of a session that may not be written to.</summary>
    public GatewayError? Blocked(string canonicalKey) =>
        SendPolicy.Allows(store.Agents.Config.Session.SendPolicy, canonicalKey, store.Find(canonicalKey))
            ? null
            : GatewayError.Invalid("send blocked by session policy");

    /// <summary>
    /// As <see cref="Blocked(string)"/>, for a message that has not been read yet: what may be a command or a stop word is let through,
    /// because one of them, <c>/send on</c>, is the way back. Whoever reads it asks again before the model hears of it.
    /// </summary>
    public GatewayError? Blocked(string canonicalKey, string message) =>
        CommandLine.Parse(message) is not null || StopWords.Is(message) ? null : Blocked(canonicalKey);

    /// <summary>A stored entry in its wire form.</summary>
    public static SessionEntry Wire(StoredSession entry)
    {
        try
        {
            return entry.Raw.Deserialize(ProtocolJson.Default.SessionEntry)!;
        }
        catch (JsonException)
        {
            // Another program stored a member in another shape; the caller still learns which session it is.
            return new SessionEntry { SessionId = entry.SessionId, UpdatedAt = entry.UpdatedAt };
        }
    }
}
