using OpenClaw.Agents.Commands.Options;
using OpenClaw.Agents.Context;
using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Lanes;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Sessions.Reset;

namespace OpenClaw.Agents.Commands;

/// <summary>What commands work with.</summary>
public sealed record CommandParts
{
    /// <summary>Sessions.</summary>
    public required SessionStore Store { get; init; }

    /// <summary>Models that may be chosen.</summary>
    public required ModelSelection Selection { get; init; }

    /// <summary>Models.</summary>
    public required ModelCatalog Catalog { get; init; }

    /// <summary>Credentials.</summary>
    public required ApiKeys Keys { get; init; }

    /// <summary>Skills.</summary>
    public required ISkillPrompts Skills { get; init; }

    /// <summary>Models a person may choose.</summary>
    public required ModelMenu Menu { get; init; }

    /// <summary>Whether sessions go on.</summary>
    public required SessionFreshness Freshness { get; init; }

    /// <summary>Shortens conversations.</summary>
    public required SessionCompaction Compaction { get; init; }

    /// <summary>Lanes of the sessions.</summary>
    public required LaneScheduler Lanes { get; init; }

    /// <summary>Stops what a session is doing.</summary>
    public required ISessionStops Stops { get; init; }

    /// <summary>Messages waiting in a session.</summary>
    public required Func<string, int> Depth { get; init; }
}
