namespace OpenClaw.Agents.Replies;

/// <summary>When typing is shown (spec 08 §17).</summary>
public enum TypingMode
{
    /// <summary>Never.</summary>
    Never,

    /// <summary>As soon as the message is accepted.</summary>
    Instant,

    /// <summary>As soon as the model thinks.</summary>
    Thinking,

    /// <summary>As soon as there is text that will be sent.</summary>
    Message,
}
