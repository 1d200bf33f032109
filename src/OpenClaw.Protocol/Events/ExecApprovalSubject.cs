using System.Text.Json.Serialization;

namespace OpenClaw.Protocol.Events;

/// <summary>What an approval is about.</summary>
public sealed record ExecApprovalSubject
{
    /// <summary>Command line.</summary>
    public required string Command { get; init; }

    /// <summary>Working directory.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Cwd { get; init; }

    /// <summary>Where it runs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Host { get; init; }

    /// <summary>Security level in force.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Security { get; init; }

    /// <summary>Ask rule in force.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Ask { get; init; }

    /// <summary>Agent that wants it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? AgentId { get; init; }

    /// <summary>Executable found.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? ResolvedPath { get; init; }

    /// <summary>Session that wants it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? SessionKey { get; init; }
}
