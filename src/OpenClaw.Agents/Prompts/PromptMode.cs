namespace OpenClaw.Agents.Prompts;

/// <summary>How much of the system prompt a run gets (spec 08 §12).</summary>
public enum PromptMode
{
    /// <summary>All sections.</summary>
    Full,

    /// <summary>For sub-agents: without skills, memory, messaging and the like.</summary>
    Minimal,

    /// <summary>The identity line only.</summary>
    None,
}
