using System.Text.Json.Nodes;

namespace OpenClaw.Agents.Sessions.Reset;

/// <summary>
/// Decides, when a message arrives, whether its session goes on or begins anew (spec 08 §6). Heartbeats and jobs do not come through here:
/// they neither end a session nor keep it fresh.
/// </summary>
public sealed class SessionFreshness(SessionStore store, SessionForks forks)
{
    // What a person set for the conversation that is over; everything else stays with the key.
    private static readonly string[] s_cleared =
    [
        "thinkingLevel", "verboseLevel", "reasoningLevel", "providerOverride", "modelOverride", "authProfileOverride", "authProfileOverrideSource",
        "authProfileOverrideCompactionCount", "sendPolicy", "queueMode", "queueDebounceMs", "queueCap", "queueDrop", "responseUsage", "ttsAuto",
        "sessionFile", "inputTokens", "outputTokens", "totalTokens", "memoryFlushAt", "memoryFlushCompactionCount", "cliSessionIds",
        "claudeCliSessionId", "systemPromptReport",
    ];

    /// <summary>What sort of conversation a key stands for; <paramref name="isGroup"/> and <paramref name="isThread"/> say what the message knows.</summary>
    public static ConversationKind KindOf(string canonicalKey, bool isGroup = false, bool isThread = false) =>
        isThread || SessionKeys.ThreadParent(canonicalKey) is not null ? ConversationKind.Thread
        : isGroup || SessionKeys.LooksLikeGroup(canonicalKey) ? ConversationKind.Group
        : ConversationKind.Direct;

    /// <summary>True when the session of this key goes on: it exists and is not stale.</summary>
    public bool IsFresh(string canonicalKey, ConversationKind kind, string? channel) =>
        store.Find(canonicalKey) is { SessionId: not null, UpdatedAt: { } updated }
        && !ResetPolicy.For(store.Agents.Config.Session, kind, channel)
            .IsStale(DateTimeOffset.FromUnixTimeMilliseconds(updated), store.Time.GetUtcNow(), store.Time.LocalTimeZone);

    /// <summary>
    /// Call for every inbound message before its run. A stale session begins anew; a thread without a session begins as a fork of its parent's
    /// conversation. Null: the session goes on.
    /// </summary>
    /// <param name="canonicalKey">The session.</param>
    /// <param name="kind">What sort of conversation it is.</param>
    /// <param name="channel">Channel id; null for WebChat and the command line.</param>
    /// <param name="parentKey">The session a thread hangs under; null: none.</param>
    /// <param name="ct">Ends the wait for the store.</param>
    public async Task<StoredSession?> BeginMessageAsync(
        string canonicalKey, ConversationKind kind, string? channel, string? parentKey, CancellationToken ct)
    {
        var known = store.Find(canonicalKey);
        if (known?.SessionId is not null)
            return IsFresh(canonicalKey, kind, channel) ? null : await BeginAnewAsync(canonicalKey, ct).ConfigureAwait(false);
        return parentKey is not null && parentKey != canonicalKey
            ? await forks.ForkAsync(parentKey, canonicalKey, ct).ConfigureAwait(false)
            : null;
    }

    /// <summary>
    /// A new session id under the same key (<c>/new</c>, <c>/reset</c>, or because the old session was stale). The old transcript stays on
    /// disk. Levels, the chosen model, send policy, queue settings, the usage footer and counters go; everything else stays.
    /// </summary>
    public Task<StoredSession> BeginAnewAsync(string canonicalKey, CancellationToken ct) => store.UpdateAsync(canonicalKey, Renew, ct);

    private static void Renew(JsonObject entry)
    {
        foreach (var name in s_cleared)
            entry.Remove(name);
        entry["sessionId"] = Guid.NewGuid().ToString();
        entry["systemSent"] = false;
        entry["abortedLastRun"] = false;
        entry["compactionCount"] = 0;
    }
}
