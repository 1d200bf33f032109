using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Agents.Subagents;

/// <summary>A sub-agent that is wanted.</summary>
public sealed record SubagentOrder
{
    /// <summary>What it is to do.</summary>
    public required string Task { get; init; }

    /// <summary>The session that wants it; canonical.</summary>
    public required string RequesterKey { get; init; }

    /// <summary>That key as clients know it; null: the same.</summary>
    public string? DisplayKey { get; init; }

    /// <summary>Whoever caused the run that wants it: the sub-agent may do what that one may, and no more.</summary>
    public required RunCaller Caller { get; init; }

    /// <summary>Where the report goes.</summary>
    public SubagentOrigin? Origin { get; init; }

    /// <summary>Its agent; normalised, allowed.</summary>
    public required string AgentId { get; init; }

    /// <summary>Its name for people.</summary>
    public string? Label { get; init; }

    /// <summary>Its model; null: that of sub-agents of its agent.</summary>
    public ModelRef? Model { get; init; }

    /// <summary>How long it thinks.</summary>
    public string? Thinking { get; init; }

    /// <summary>When it is ended; null: as every run.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>True: its session goes as soon as it has reported.</summary>
    public bool Delete { get; init; }
}
