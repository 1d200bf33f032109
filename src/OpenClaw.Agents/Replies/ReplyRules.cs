namespace OpenClaw.Agents.Replies;

/// <summary>How the replies of one run are to look.</summary>
/// <param name="Gate">What may be attached.</param>
/// <param name="Prefix">Template of what stands in front (<see cref="ResponsePrefix"/>); null: nothing.</param>
/// <param name="Identity">Name of the agent.</param>
/// <param name="Reasoning">True: what the model thought comes first, as a message of its own.</param>
/// <param name="Usage">Level of the footer.</param>
public sealed record ReplyRules(MediaGate Gate, string? Prefix = null, string? Identity = null, bool Reasoning = false, string? Usage = null);
