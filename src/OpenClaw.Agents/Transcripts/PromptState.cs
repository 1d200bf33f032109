namespace OpenClaw.Agents.Transcripts;

/// <summary>What became of a prompt.</summary>
public enum PromptState
{
    /// <summary>No model has worked on it: it can be said as if for the first time.</summary>
    New,

    /// <summary>Work on it was cut off; a run that resumes brings it to its end.</summary>
    CutOff,

    /// <summary>It was answered.</summary>
    Answered,

    /// <summary>More was said before it was answered: what answers that answers this.</summary>
    Merged,
}
