using OpenClaw.Agents.Credentials;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Sessions;

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

    /// <summary>Messages waiting in a session.</summary>
    public required Func<string, int> Depth { get; init; }
}
