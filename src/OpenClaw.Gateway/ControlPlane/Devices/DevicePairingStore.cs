using Microsoft.Extensions.Logging;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Devices;

namespace OpenClaw.Gateway.ControlPlane.Devices;

/// <summary>
/// Paired devices, their tokens, and the requests that wait for a person (spec 01 §8, spec 12). Owns <c>devices/pending.json</c> and
/// <c>devices/paired.json</c>. Safe from any thread; every change is on disk before the call returns, except what only says when a
/// device was last seen, which <see cref="Flush"/> writes.
/// </summary>
/// <param name="directory">The <c>devices</c> directory.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of unreadable files.</param>
internal sealed class DevicePairingStore(string directory, TimeProvider time, ILogger logger)
{
    private const int MaxPending = 100;

    private readonly Lock _gate = new();
    private readonly StateFile<PairedDevice> _paired =
        new(Path.Combine(directory, "paired.json"), DeviceStateJson.Default.DictionaryStringPairedDevice, logger);

    private readonly StateFile<PendingDevice> _pending =
        new(Path.Combine(directory, "pending.json"), DeviceStateJson.Default.DictionaryStringPendingDevice, logger);

    private bool _unsaved;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Every paired device, newest approval first.</summary>
    public IReadOnlyList<PairedDevice> Paired
    {
        get
        {
            lock (_gate)
                return [.. _paired.Entries.Values.OrderByDescending(d => d.ApprovedAtMs)];
        }
    }

    /// <summary>Every request that waits, newest first.</summary>
    public IReadOnlyList<PendingDevice> Pending
    {
        get
        {
            lock (_gate)
                return [.. LivePending().Values.OrderByDescending(p => p.Ts)];
        }
    }

    /// <summary>The paired device of this id, or null.</summary>
    public PairedDevice? Find(string deviceId)
    {
        lock (_gate)
            return _paired.Entries.GetValueOrDefault(deviceId);
    }

    /// <summary>Why this device must be approved first, one of <see cref="PairingNeed"/>; null when it need not.</summary>
    public string? NeedOf(string deviceId, string publicKey, string role, IReadOnlyList<string> scopes)
    {
        lock (_gate)
        {
            if (_paired.Entries.GetValueOrDefault(deviceId) is not { } device || device.PublicKey != publicKey)
                return PairingNeed.NotPaired;
            if (!device.ApprovedRoles().Contains(role))
                return PairingNeed.RoleUpgrade;
            return scopes.All(s => device.Scopes?.Contains(s) == true) ? null : PairingNeed.ScopeUpgrade;
        }
    }

    /// <summary>Files a request, or brings the device's open one up to date so that a person decides about what is asked now.</summary>
    /// <returns>The request, and whether it is new.</returns>
    public (PendingDevice Request, bool Created) Request(PairingRequest wish)
    {
        lock (_gate)
        {
            var pending = LivePending();
            var open = pending.Values.FirstOrDefault(p => p.DeviceId == wish.DeviceId);
            var isRepair = _paired.Entries.ContainsKey(wish.DeviceId);
            var request = wish.ToPending(open?.RequestId ?? Guid.NewGuid().ToString(), isRepair, open?.Ts ?? Now);
            if (open is null && pending.Count >= MaxPending)
                pending.Remove(pending.Values.MinBy(p => p.Ts)!.RequestId);
            pending[request.RequestId] = request;
            _pending.Save();
            return (request, open is null);
        }
    }

    /// <summary>The open request of this id, or null.</summary>
    public PendingDevice? FindRequest(string requestId)
    {
        lock (_gate)
            return LivePending().GetValueOrDefault(requestId);
    }

    /// <summary>Approves a request: the device gets the requested role and scopes besides what it had, and a new token for the role.</summary>
    /// <returns>The device, or null when there is no such request.</returns>
    public PairedDevice? Approve(string requestId)
    {
        lock (_gate)
        {
            if (!LivePending().Remove(requestId, out var request))
                return null;
            var token = NewToken(request.Role ?? Roles.Operator, request.Scopes ?? [], createdAtMs: Now, rotatedAtMs: null);
            var device = PairedDevices.Approved(request, _paired.Entries.GetValueOrDefault(request.DeviceId), token, Now);
            _paired.Entries[device.DeviceId] = device;
            _paired.Save();
            _pending.Save();
            return device;
        }
    }

    /// <summary>Drops a request.</summary>
    /// <returns>The request, or null when there is no such one.</returns>
    public PendingDevice? Reject(string requestId)
    {
        lock (_gate)
        {
            if (!LivePending().Remove(requestId, out var request))
                return null;
            _pending.Save();
            return request;
        }
    }

    /// <summary>Remembers how a paired device connected last.</summary>
    public void Seen(PairingRequest wish)
    {
        lock (_gate)
        {
            if (_paired.Entries.GetValueOrDefault(wish.DeviceId) is not { } device)
                return;
            var seen = device with
            {
                DisplayName = wish.DisplayName,
                Platform = wish.Platform,
                ClientId = wish.ClientId,
                ClientMode = wish.ClientMode,
                Role = wish.Role,
                RemoteIp = wish.RemoteIp,
            };
            if (seen == device)
                return;
            _paired.Entries[device.DeviceId] = seen;
            _unsaved = true;
        }
    }

    /// <summary>Gives a device a name, for <c>node.rename</c>.</summary>
    /// <returns>False when it is not paired.</returns>
    public bool Rename(string deviceId, string displayName)
    {
        lock (_gate)
        {
            if (_paired.Entries.GetValueOrDefault(deviceId) is not { } device)
                return false;
            _paired.Entries[deviceId] = device with { DisplayName = displayName };
            _paired.Save();
            return true;
        }
    }

    /// <summary>The device's token of a role when it covers these scopes, else a new one with exactly these.</summary>
    /// <returns>Null for a device that is not paired.</returns>
    public DeviceToken? EnsureToken(string deviceId, string role, IReadOnlyList<string> scopes)
    {
        lock (_gate)
        {
            if (_paired.Entries.GetValueOrDefault(deviceId) is not { } device)
                return null;
            var existing = device.TokenOf(role);
            if (existing is { RevokedAtMs: null } && scopes.All(existing.Scopes.Contains))
                return existing;
            var token = NewToken(role, scopes, existing?.CreatedAtMs ?? Now, existing is null ? null : Now);
            StoreToken(device, token);
            return token;
        }
    }

    /// <summary>The device's token of this role, when it is the presented one and neither revoked nor narrower than these scopes.</summary>
    /// <param name="deviceId">A device that has proved its key.</param>
    /// <param name="role">The role it asks for.</param>
    /// <param name="scopes">The scopes it asks for; null: whatever the token grants.</param>
    /// <param name="presented">What it showed.</param>
    /// <param name="tooNarrow">True when the token is right but does not grant the scopes.</param>
    public DeviceToken? VerifyToken(string deviceId, string role, IReadOnlyList<string>? scopes, string presented, out bool tooNarrow)
    {
        tooNarrow = false;
        lock (_gate)
        {
            if (_paired.Entries.GetValueOrDefault(deviceId) is not { } device || device.TokenOf(role) is not { RevokedAtMs: null } token)
                return null;
            if (!device.ApprovedRoles().Contains(role) || !Admission.GatewayAuth.Same(token.Token, presented))
                return null;
            if (scopes is not null && !scopes.All(token.Scopes.Contains))
            {
                tooNarrow = true;
                return null;
            }
            var used = token with { LastUsedAtMs = Now };
            _paired.Entries[deviceId] = device.WithToken(used);
            _unsaved = true;
            return used;
        }
    }

    /// <summary>
    /// Gives a role of a device a new token value. Only a role that was approved; never more scopes than were approved for the device,
    /// and never more than the caller holds, because the caller gets to see the value (CVE-2026-32922, GHSA-whf9-3hcx-gq54).
    /// </summary>
    public TokenChange Rotate(string deviceId, string role, IReadOnlyList<string>? scopes, IReadOnlyList<string> callerScopes)
    {
        lock (_gate)
        {
            if (_paired.Entries.GetValueOrDefault(deviceId) is not { } device || !device.ApprovedRoles().Contains(role))
                return new TokenChange(null, "unknown deviceId/role");
            var existing = device.TokenOf(role);
            var granted = scopes ?? existing?.Scopes ?? device.Scopes ?? [];
            if (granted.FirstOrDefault(s => device.Scopes?.Contains(s) != true) is { } unapproved)
                return new TokenChange(null, $"scope not approved for this device: {unapproved}");
            if (!callerScopes.Contains(Scopes.Admin) && granted.FirstOrDefault(s => !callerScopes.Contains(s)) is { } beyond)
                return new TokenChange(null, $"missing scope: {beyond}");
            var token = NewToken(role, granted, existing?.CreatedAtMs ?? Now, Now) with { LastUsedAtMs = existing?.LastUsedAtMs };
            StoreToken(device, token);
            return new TokenChange(token, null);
        }
    }

    /// <summary>Ends a role's token.</summary>
    public TokenChange Revoke(string deviceId, string role)
    {
        lock (_gate)
        {
            if (_paired.Entries.GetValueOrDefault(deviceId) is not { } device || device.TokenOf(role) is not { } token)
                return new TokenChange(null, "unknown deviceId/role");
            var revoked = token with { RevokedAtMs = Now };
            StoreToken(device, revoked);
            return new TokenChange(revoked, null);
        }
    }

    /// <summary>Writes what <see cref="Seen"/> and token use changed since the last save.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (!_unsaved)
                return;
            _paired.Save();
            _unsaved = false;
        }
    }

    private void StoreToken(PairedDevice device, DeviceToken token)
    {
        _paired.Entries[device.DeviceId] = device.WithToken(token);
        _paired.Save();
        _unsaved = false;
    }

    private Dictionary<string, PendingDevice> LivePending()
    {
        var entries = _pending.Entries;
        foreach (var (id, request) in entries)
        {
            if (Now - request.Ts > ProtocolLimits.PendingPairingTtlMs)
                entries.Remove(id);
        }
        return entries;
    }

    private static DeviceToken NewToken(string role, IReadOnlyList<string> scopes, long createdAtMs, long? rotatedAtMs) => new()
    {
        Token = Guid.NewGuid().ToString("N"),
        Role = role,
        Scopes = [.. scopes.Distinct().Order(StringComparer.Ordinal)],
        CreatedAtMs = createdAtMs,
        RotatedAtMs = rotatedAtMs,
    };
}
