using OpenClaw.Agents.Identity;

namespace OpenClaw.Agents.Sessions;

/// <summary>The configured facts that decide what a session key means.</summary>
/// <param name="DefaultAgentId">Agent of keys that name none.</param>
/// <param name="GlobalScope">True for <c>session.scope = "global"</c>: all direct chats share the key <c>global</c>.</param>
/// <param name="MainKeyAlias">A configured <c>session.mainKey</c>; accepted as another word for <c>main</c>, never stored.</param>
public sealed record SessionKeyRules(string DefaultAgentId = AgentIds.Main, bool GlobalScope = false, string? MainKeyAlias = null)
{
    /// <summary>True when <paramref name="text"/> means "the main session".</summary>
    public bool IsMainWord(string text) =>
        text.Equals(SessionKeys.Main, StringComparison.OrdinalIgnoreCase)
        || (MainKeyAlias is { Length: > 0 } alias && text.Equals(alias, StringComparison.OrdinalIgnoreCase));
}
