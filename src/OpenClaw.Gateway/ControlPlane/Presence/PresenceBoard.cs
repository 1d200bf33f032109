using OpenClaw.Protocol;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Gateway.ControlPlane.Presence;

/// <summary>
/// Who is there (spec 01 §11). Entries live 300 s without a refresh, 200 at most; the gateway's own is always there and always first.
/// Safe from any thread; publishes nothing itself.
/// </summary>
/// <param name="self">The gateway's own entry.</param>
/// <param name="time">The clock.</param>
public sealed class PresenceBoard(PresenceEntry self, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PresenceEntry> _entries = new(StringComparer.Ordinal);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Everybody, newest first.</summary>
    public IReadOnlyList<PresenceEntry> List()
    {
        lock (_gate)
        {
            Trim(ProtocolLimits.MaxPresenceEntries);
            return [self with { Ts = Now }, .. _entries.Values.OrderByDescending(e => e.Ts)];
        }
    }

    /// <summary>Adds or refreshes an entry: given members win, roles and scopes add up, <c>ts</c> becomes now.</summary>
    /// <param name="key">Compared without regard to case.</param>
    /// <param name="update">The members that are known.</param>
    /// <returns>The entry before, if there was one, and after.</returns>
    public (PresenceEntry? Before, PresenceEntry After) Upsert(string key, PresenceEntry update)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(update);
        lock (_gate)
        {
            Trim(ProtocolLimits.MaxPresenceEntries - 1);
            // Removed first, so that among equal times the latest to report comes first.
            _entries.Remove(Normalise(key), out var before);
            var after = Merge(before, update) with { Ts = Now };
            _entries[Normalise(key)] = after;
            return (before, after);
        }
    }

    private void Trim(int room)
    {
        var oldest = Now - ProtocolLimits.PresenceTtlMs;
        foreach (var (key, entry) in _entries)
        {
            if (entry.Ts < oldest)
                _entries.Remove(key);
        }
        if (_entries.Count <= room)
            return;
        foreach (var key in _entries.OrderBy(e => e.Value.Ts).Take(_entries.Count - room).Select(e => e.Key).ToArray())
            _entries.Remove(key);
    }

    private static PresenceEntry Merge(PresenceEntry? before, PresenceEntry update)
    {
        var host = update.Host ?? before?.Host;
        var mode = update.Mode ?? before?.Mode;
        return new PresenceEntry
        {
            Host = host,
            Ip = update.Ip ?? before?.Ip,
            Version = update.Version ?? before?.Version,
            Platform = update.Platform ?? before?.Platform,
            DeviceFamily = update.DeviceFamily ?? before?.DeviceFamily,
            ModelIdentifier = update.ModelIdentifier ?? before?.ModelIdentifier,
            Mode = mode,
            LastInputSeconds = update.LastInputSeconds ?? before?.LastInputSeconds,
            DeviceId = update.DeviceId ?? before?.DeviceId,
            Roles = Union(before?.Roles, update.Roles),
            Scopes = Union(before?.Scopes, update.Scopes),
            InstanceId = update.InstanceId ?? before?.InstanceId,
            Reason = update.Reason ?? before?.Reason,
            Text = update.Text ?? before?.Text ?? $"Node: {host ?? "unknown"} · mode {mode ?? "unknown"}",
            Tags = update.Tags ?? before?.Tags,
            Ts = update.Ts,
        };
    }

    private static IReadOnlyList<string>? Union(IReadOnlyList<string>? first, IReadOnlyList<string>? second)
    {
        if (first is not { Count: > 0 } && second is not { Count: > 0 })
            return null;
        return [.. (first ?? []).Union(second ?? [])];
    }

    private static string Normalise(string key) => key.Trim().ToLowerInvariant();
}
