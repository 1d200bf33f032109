namespace OpenClaw.Agents.Models;

/// <summary>What a run is for: some kinds have a model of their own in the configuration (spec 08 §14).</summary>
public enum ModelUse
{
    /// <summary>An answer to somebody.</summary>
    Chat,

    /// <summary><c>heartbeat.model</c>.</summary>
    Heartbeat,

    /// <summary><c>subagents.model</c>.</summary>
    Subagent,
}
