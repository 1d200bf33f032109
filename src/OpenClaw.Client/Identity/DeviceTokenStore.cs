using System.Text.Json;

namespace OpenClaw.Client.Identity;

/// <summary>
/// The device tokens this installation has been given, in <c>identity/device-auth.json</c> (spec 01 §8.3). Every call reads or
/// rewrites the file whole, so several processes may use it; the last writer of a role wins. Entries of another device id are
/// not seen, and are dropped by the next write.
/// </summary>
/// <param name="path">The file; its directory is created on the first write.</param>
/// <param name="time">Clock for <c>updatedAtMs</c>.</param>
public sealed class DeviceTokenStore(string path, TimeProvider? time = null)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>The device the stored tokens belong to; null when there is no usable file.</summary>
    public string? OwnerDeviceId => Read()?.DeviceId;

    /// <summary>The stored token of a role, or null.</summary>
    public StoredDeviceToken? Find(string deviceId, string role) =>
        Read() is { } file && file.DeviceId == deviceId && file.Tokens is { } tokens && tokens.TryGetValue(role, out var token)
            ? token
            : null;

    /// <summary>Stores what a gateway issued in <c>hello-ok.auth</c>. Writes nothing when the same token is already stored.</summary>
    public void Save(string deviceId, string role, string token, IEnumerable<string> scopes)
    {
        var sorted = scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (Find(deviceId, role) is { } known && known.Token == token && known.Scopes.SequenceEqual(sorted))
            return;

        var tokens = TokensOf(deviceId);
        tokens[role] = new StoredDeviceToken
        {
            Token = token,
            Role = role,
            Scopes = sorted,
            UpdatedAtMs = _time.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        Write(deviceId, tokens);
    }

    /// <summary>Forgets the token of a role, because a gateway refused it.</summary>
    public void Remove(string deviceId, string role)
    {
        var tokens = TokensOf(deviceId);
        if (tokens.Remove(role))
            Write(deviceId, tokens);
    }

    private Dictionary<string, StoredDeviceToken> TokensOf(string deviceId) =>
        Read() is { Tokens: { } tokens } file && file.DeviceId == deviceId ? tokens : [];

    private DeviceTokenFile? Read()
    {
        try
        {
            var file = JsonSerializer.Deserialize(File.ReadAllBytes(path), IdentityJson.Default.DeviceTokenFile);
            return file is { Version: 1 } ? file : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    private void Write(string deviceId, Dictionary<string, StoredDeviceToken> tokens)
    {
        var file = new DeviceTokenFile { Version = 1, DeviceId = deviceId, Tokens = tokens };
        PrivateFile.Write(path, IdentityJson.Pretty(file, IdentityJson.Default.DeviceTokenFile), replace: true);
    }
}
