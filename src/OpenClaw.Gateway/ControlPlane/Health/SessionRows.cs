using OpenClaw.Agents.Sessions;

namespace OpenClaw.Gateway.ControlPlane.Health;

/// <summary>The sessions that overviews show: all but the two that belong to nobody, newest first.</summary>
internal static class SessionRows
{
    public static IReadOnlyList<KeyValuePair<string, StoredSession>> Newest(IReadOnlyDictionary<string, StoredSession> entries) =>
        [.. entries.Where(e => e.Key is not (SessionKeys.Global or SessionKeys.Unknown)).OrderByDescending(e => e.Value.UpdatedAt ?? 0)];
}
