namespace OpenClaw.Agents.Tools.Mcp;

/// <summary>How a tool server is.</summary>
public enum McpServerState
{
    /// <summary>Being started or called for the first time, or again after a failure.</summary>
    Connecting,

    /// <summary>Its tools can be used.</summary>
    Ready,

    /// <summary>It failed; the next attempt comes after a pause.</summary>
    Failed,
}
