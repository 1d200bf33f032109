using OpenClaw.Agents.Identity;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Sessions;

/// <summary>Where sessions live on disk (spec 08 §1).</summary>
/// <param name="stateDir">The state directory.</param>
/// <param name="home">The user's home, for <c>~</c>.</param>
/// <param name="storeOverride"><c>session.store</c>; <c>{agentId}</c> and <c>~</c> are expanded.</param>
public sealed class SessionPaths(string stateDir, string home, string? storeOverride = null)
{
    /// <summary>Parent of all agents' folders.</summary>
    public string AgentsDir { get; } = Path.Combine(stateDir, "agents");

    /// <summary>True when every agent has a store of its own.</summary>
    public bool PerAgent => storeOverride is not { Length: > 0 } text || text.Contains("{agentId}", StringComparison.Ordinal);

    /// <summary>Folder of an agent's transcripts.</summary>
    public string SessionsDir(string agentId) => Path.Combine(AgentsDir, AgentIds.Normalize(agentId), "sessions");

    /// <summary>An agent's store file.</summary>
    public string Store(string agentId)
    {
        if (storeOverride is not { Length: > 0 } text)
            return Path.Combine(SessionsDir(agentId), "sessions.json");
        text = text.Replace("{agentId}", AgentIds.Normalize(agentId), StringComparison.Ordinal);
        return Path.GetFullPath(text == "~" || text.StartsWith("~/", StringComparison.Ordinal) ? home + text[1..] : text, home);
    }

    /// <summary>
    /// The transcript of an entry: its <c>sessionFile</c> when that really lies in the store's folder or below the agents folder, else
    /// the default name beside the store, or in the agent's own folder if it is there. Null when the session id cannot be a file name.
    /// </summary>
    public string? Transcript(string agentId, StoredSession entry)
    {
        if (entry.SessionId is not { } sessionId || !PathGuard.IsFileId(sessionId))
            return null;
        var folder = Path.GetDirectoryName(Store(agentId))!;
        if (entry.Text("sessionFile") is { } stored && stored.EndsWith(".jsonl", StringComparison.Ordinal)
            && (PathGuard.Under(folder, stored) ?? PathGuard.Under(AgentsDir, stored)) is { } file)
            return file;
        var usual = PathGuard.Under(folder, Path.Combine(folder, sessionId + ".jsonl"));
        if (usual is null || File.Exists(usual))
            return usual;

        // A store that was moved by session.store leaves its old transcripts where they were.
        var own = SessionsDir(agentId);
        return PathGuard.Under(own, Path.Combine(own, sessionId + ".jsonl")) is { } old && File.Exists(old) ? old : usual;
    }

    /// <summary>Agents that have a folder on disk.</summary>
    public IReadOnlyList<string> KnownAgents() => Directory.Exists(AgentsDir)
        ? [.. Directory.EnumerateDirectories(AgentsDir).Select(Path.GetFileName).OfType<string>()
            .Where(static name => AgentIds.Normalize(name, string.Empty) == name).Order(StringComparer.Ordinal)]
        : [];
}
