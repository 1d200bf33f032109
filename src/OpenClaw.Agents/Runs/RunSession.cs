using System.Text.Json.Nodes;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Runs;

/// <summary>Opens the session entry of a run: creates or renews it, and applies what the request says of it.</summary>
internal sealed class RunSession(SessionStore store)
{
    private static readonly string[] s_routing =
        ["deliveryContext", "lastChannel", "lastTo", "lastAccountId", "lastThreadId", "origin", "channel", "chatType"];

    /// <summary>The entry the run works with.</summary>
    public async Task<StoredSession> OpenAsync(RunRequest request, CancellationToken ct)
    {
        // The store is written and synced to disk; a run that changes nothing of its entry need not wait for that.
        if (!request.NewSession && store.Find(request.SessionKey) is { SessionId: not null } known)
        {
            var entry = known.ToObject();
            var before = entry.DeepClone();
            Begin(entry, request);
            if (JsonNode.DeepEquals(before, entry))
                return known;
        }

        return await store.UpdateAsync(
            request.SessionKey,
            entry =>
            {
                if (request.NewSession)
                    Renew(entry);
                Begin(entry, request);
            },
            isActivity: !request.IsHeartbeat,
            ct).ConfigureAwait(false);
    }

    private void Renew(JsonObject entry)
    {
        var renewed = SessionLife.Renewed(StoredSession.From(entry), store.Time.GetUtcNow());
        entry.Clear();
        foreach (var (name, value) in renewed.ToList())
        {
            renewed.Remove(name);
            entry[name] = value;
        }
    }

    private static void Begin(JsonObject entry, RunRequest request)
    {
        if (entry["sessionId"] is not JsonValue)
            entry["sessionId"] = Guid.NewGuid().ToString();
        if (!entry.ContainsKey("updatedAt"))
            entry["updatedAt"] = 0L;
        entry["systemSent"] = true;
        if (request is { IsHeartbeat: false, IsHousekeeping: false })
            entry["abortedLastRun"] = false;
        Change(entry, request);
    }

    /// <summary>A heartbeat never decides where a session's answers go (spec 08 §0.1).</summary>
    private static void Change(JsonObject entry, RunRequest request)
    {
        if (request.SessionChange is not { } change)
            return;
        if (!request.IsHeartbeat)
        {
            change(entry);
            return;
        }

        var kept = s_routing.Select(name => (Name: name, Had: entry.ContainsKey(name), Value: entry[name]?.DeepClone())).ToList();
        change(entry);
        foreach (var (name, had, value) in kept)
        {
            if (had)
                entry[name] = value;
            else
                entry.Remove(name);
        }
    }
}
