namespace OpenClaw.Agents.Sessions.Reset;

/// <summary>What sort of conversation a session is, as far as <c>session.resetByType</c> tells them apart.</summary>
public enum ConversationKind
{
    /// <summary>With one person.</summary>
    Direct,

    /// <summary>A group or channel.</summary>
    Group,

    /// <summary>A thread or topic, wherever it hangs.</summary>
    Thread,
}
