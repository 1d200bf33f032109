namespace OpenClaw.Agents.Replies;

/// <summary><c>messages.messagePrefix</c>: what stands in front of an inbound text (spec 08 §17).</summary>
public static class MessagePrefix
{
    /// <summary>As configured; else the agent's name where anybody may write, and nothing where only chosen people may.</summary>
    /// <param name="configured">Null: not configured.</param>
    /// <param name="identity">Name of the agent.</param>
    /// <param name="hasAllowList">True when the channel names who may write.</param>
    public static string For(string? configured, string? identity, bool hasAllowList) =>
        configured ?? (hasAllowList ? string.Empty : identity is { Length: > 0 } ? $"[{identity}]" : "[openclaw]");

    /// <summary>The text with the prefix in front.</summary>
    public static string Apply(string text, string prefix) => prefix.Length == 0 ? text : $"{prefix} {text}";
}
