namespace OpenClaw.Agents.Replies;

/// <summary>Where a long text may be cut; each one falls back to those after it.</summary>
public enum BreakPreference
{
    /// <summary>At a blank line.</summary>
    Paragraph,

    /// <summary>At the end of a line.</summary>
    Newline,

    /// <summary>Behind a sentence.</summary>
    Sentence,
}
