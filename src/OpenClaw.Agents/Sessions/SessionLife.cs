using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpenClaw.Agents.Sessions;

/// <summary>Beginning a session anew, and ending one (spec 02 §6).</summary>
public sealed class SessionLife(SessionStore store)
{
    // Everything else belongs to the conversation that ends here.
    private static readonly string[] s_kept =
    [
        "thinkingLevel", "verboseLevel", "reasoningLevel", "responseUsage", "model", "contextTokens", "sendPolicy", "label", "origin",
        "lastChannel", "lastTo", "skillsSnapshot",
    ];

    /// <summary>A new session id under the same key; preferences stay, counters start at zero, the old transcript stays on disk.</summary>
    public Task<StoredSession> ResetAsync(string canonicalKey, CancellationToken ct) =>
        store.ReplaceAsync(canonicalKey, old => Renewed(old, store.Time.GetUtcNow()), ct);

    /// <summary>Removes the entry and puts its transcript aside.</summary>
    /// <returns>Whether there was one, and the files the transcripts are kept in.</returns>
    public async Task<(bool Deleted, IReadOnlyList<string> Archived)> DeleteAsync(string canonicalKey, bool withTranscript, CancellationToken ct)
    {
        if (await store.RemoveAsync(canonicalKey, ct).ConfigureAwait(false) is not { } entry)
            return (false, []);
        if (!withTranscript || store.Transcript(canonicalKey, entry) is not { Exists: true } transcript)
            return (true, []);
        var stamp = store.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH-mm-ss.fff'Z'", CultureInfo.InvariantCulture);
        var archive = $"{transcript.FilePath}.deleted.{stamp}";
        File.Move(transcript.FilePath, archive);
        return (true, [archive]);
    }

    /// <summary>Keeps only the end of a session's transcript; its token counters no longer mean anything and go.</summary>
    /// <returns>Why nothing was done, or where the whole file is kept, and how many lines are left.</returns>
    public async Task<(string? Reason, string? Archived, int Kept)> CompactAsync(string canonicalKey, int maxLines, CancellationToken ct)
    {
        if (store.Find(canonicalKey) is not { SessionId: not null } entry)
            return ("no sessionId", null, 0);
        if (store.Transcript(canonicalKey, entry) is not { Exists: true } transcript)
            return ("no transcript", null, 0);
        var (archived, kept) = await transcript.TruncateAsync(maxLines, ct).ConfigureAwait(false);
        if (archived is not null)
            await store.UpdateAsync(
                canonicalKey,
                static changed =>
                {
                    changed.Remove("inputTokens");
                    changed.Remove("outputTokens");
                    changed.Remove("totalTokens");
                },
                ct).ConfigureAwait(false);
        return (null, archived, kept);
    }

    /// <summary>The entry of the session that follows this one under the same key.</summary>
    internal static JsonObject Renewed(StoredSession? old, DateTimeOffset now)
    {
        var entry = new JsonObject
        {
            ["sessionId"] = Guid.NewGuid().ToString(),
            ["updatedAt"] = now.ToUnixTimeMilliseconds(),
            ["systemSent"] = false,
            ["abortedLastRun"] = false,
        };
        foreach (var name in s_kept)
        {
            if (old?.Member(name) is { ValueKind: not JsonValueKind.Undefined } value)
                entry[name] = JsonNode.Parse(value.GetRawText());
        }

        entry["inputTokens"] = 0;
        entry["outputTokens"] = 0;
        entry["totalTokens"] = 0;
        return entry;
    }
}
