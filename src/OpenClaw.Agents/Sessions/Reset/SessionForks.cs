using System.Globalization;
using OpenClaw.Agents.Transcripts;

namespace OpenClaw.Agents.Sessions.Reset;

/// <summary>A thread continues what was said before it was opened: its session begins with a copy of its parent's conversation (spec 08 §6).</summary>
public sealed class SessionForks(SessionStore store)
{
    /// <summary>
    /// Gives <paramref name="canonicalKey"/> a new session whose transcript is a copy of the parent's present conversation, with the parent's
    /// file named in its header. Null when the parent has no conversation: then the thread begins with nothing.
    /// </summary>
    public async Task<StoredSession?> ForkAsync(string parentKey, string canonicalKey, CancellationToken ct)
    {
        if (store.Find(parentKey) is not { SessionId: not null } parent || store.Transcript(parentKey, parent) is not { Exists: true } source)
            return null;
        var id = Guid.NewGuid().ToString();
        var stamp = store.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH-mm-ss-fff'Z'", CultureInfo.InvariantCulture);
        var folder = Path.GetDirectoryName(store.StorePath(canonicalKey))!;
        var target = new Transcript(Path.Combine(folder, $"{stamp}_{id}.jsonl"), store.Time);
        await target.ForkFromAsync(source, id, store.Agents.Workspace(store.AgentOf(canonicalKey)), ct).ConfigureAwait(false);
        return await store.UpdateAsync(
            canonicalKey,
            entry =>
            {
                entry["sessionId"] = id;
                entry["sessionFile"] = target.FilePath;
                entry["systemSent"] = false;
                entry["abortedLastRun"] = false;
                entry["compactionCount"] = 0;
            },
            ct).ConfigureAwait(false);
    }
}
