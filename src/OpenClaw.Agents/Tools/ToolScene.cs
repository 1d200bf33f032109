using OpenClaw.Agents.Models;
using OpenClaw.Agents.Runs;

namespace OpenClaw.Agents.Tools;

/// <summary>Where and for whom tools are used: what decides which of them are there, and what each may do.</summary>
public sealed record ToolScene
{
    /// <summary>The run, or the id of an HTTP call.</summary>
    public required string RunId { get; init; }

    /// <summary>Canonical session key.</summary>
    public required string SessionKey { get; init; }

    /// <summary>The agent of that session.</summary>
    public required string AgentId { get; init; }

    /// <summary>Working directory of the agent, absolute.</summary>
    public required string Workspace { get; init; }

    /// <summary>Who caused it.</summary>
    public required RunCaller Caller { get; init; }

    /// <summary>The model that asks; null outside a run.</summary>
    public ModelInfo? Model { get; init; }

    /// <summary>Where the conversation takes place, for tools that send messages and for group policies.</summary>
    public string? Channel { get; init; }

    /// <summary>Account on that channel.</summary>
    public string? AccountId { get; init; }

    /// <summary>Peer or group on that channel.</summary>
    public string? To { get; init; }

    /// <summary>
    /// Variables that the configuration gives the skills of this run. They are set for commands the run starts. Values may be
    /// secret: never log or return them.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    /// <summary>Topic or thread there.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Elevated level of this run only (spec 08 §18); null: the session's.</summary>
    public string? Elevated { get; init; }
}
