using System.Text.Json.Nodes;
using OpenClaw.Cli.Commands.Sessions;
using OpenClaw.Cli.Invocation;

namespace OpenClaw.Cli.Commands.Status;

/// <summary>One agent, from the files on this machine.</summary>
internal sealed record AgentGlance
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public required bool IsDefault { get; init; }

    public required string Workspace { get; init; }

    public required string StorePath { get; init; }

    public required IReadOnlyList<SessionLine> Sessions { get; init; }

    /// <summary>True while the first conversation has not taken place.</summary>
    public required bool BootstrapPending { get; init; }

    public static IReadOnlyList<AgentGlance> All(CliContext context)
    {
        var agents = context.Agents;
        var defaults = context.Config.Config.Agents.Defaults;
        return
        [
            .. agents.Ids().Select(id => new AgentGlance
            {
                Id = id,
                Name = agents.Entry(id)?.Name,
                IsDefault = id == agents.DefaultId,
                Workspace = agents.Workspace(id),
                BootstrapPending = !defaults.SkipBootstrap && File.Exists(Path.Combine(agents.Workspace(id), "BOOTSTRAP.md")),
                StorePath = agents.SessionPaths.Store(id),
                Sessions = StoredSessions.Read(agents.SessionPaths.Store(id), defaults, out _) ?? [],
            }),
        ];
    }

    public JsonObject ToJson(TimeProvider time)
    {
        var last = Sessions.Count > 0 ? Sessions[0].UpdatedAt : null;
        var json = new JsonObject { ["id"] = Id };
        if (Name is { } name)
            json["name"] = name;
        json["workspaceDir"] = Workspace;
        json["bootstrapPending"] = BootstrapPending;
        json["sessionsPath"] = StorePath;
        json["sessionsCount"] = Sessions.Count;
        json["lastUpdatedAt"] = last;
        json["lastActiveAgeMs"] = last is { } at ? time.GetUtcNow().ToUnixTimeMilliseconds() - at : null;
        return json;
    }
}
