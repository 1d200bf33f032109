using System.Buffers.Text;
using System.Text.Json;

namespace OpenClaw.Client.Identity;

/// <summary>
/// The key pair by which a gateway recognises this installation, kept in <c>identity/device.json</c> (spec 01 §5). Immutable.
/// </summary>
public sealed class DeviceIdentity
{
    private readonly byte[] _seed;

    private DeviceIdentity(byte[] seed, long createdAtMs)
    {
        _seed = seed;
        var raw = Ed25519Keys.PublicKeyOf(seed);
        PublicKey = Base64Url.EncodeToString(raw);
        DeviceId = Ed25519Keys.DeviceIdOf(raw);
        CreatedAtMs = createdAtMs;
    }

    /// <summary>Lower-case hex SHA-256 of the raw public key.</summary>
    public string DeviceId { get; }

    /// <summary>Raw public key, unpadded base64url, as sent in <c>connect</c>.</summary>
    public string PublicKey { get; }

    /// <summary>When the key was made, epoch milliseconds.</summary>
    public long CreatedAtMs { get; }

    /// <summary>A fresh identity that is written nowhere.</summary>
    public static DeviceIdentity Create(TimeProvider? time = null) => new(Ed25519Keys.GenerateSeed(), Now(time));

    /// <summary>
    /// Reads the identity, or creates it. An unparsable file is replaced by a new key; a wrong <c>deviceId</c> inside a good
    /// file is corrected from the key. A file that may not be read is an exception, because replacing it would lose the pairing.
    /// </summary>
    /// <param name="path">The identity file in the state directory.</param>
    /// <param name="oldPath">
    /// Where the original keeps it, always under the home directory. Read, never written, when <paramref name="path"/> does not
    /// exist. Null for a profile that must not share it.
    /// </param>
    /// <param name="time">Clock for the creation stamp.</param>
    public static DeviceIdentity LoadOrCreate(string path, string? oldPath = null, TimeProvider? time = null)
    {
        if (TryLoad(path) is { } current)
            return current;
        var unreadable = File.Exists(path);
        // It may have appeared since the first look: then it is another process's new key, whole, and not a broken file.
        if (unreadable && TryLoad(path) is { } appeared)
            return appeared;
        if (!unreadable && oldPath is not null && TryLoad(oldPath) is { } old)
            return old;

        var created = Create(time);
        // Without replace: of two processes that start together one wins and the other takes the winner's key.
        if (created.Save(path, replace: unreadable))
            return created;
        return TryLoad(path) ?? throw new IOException($"The device identity at {path} cannot be read.");
    }

    /// <summary>The identity in this file, or null when it is missing or holds no usable key.</summary>
    public static DeviceIdentity? TryLoad(string path)
    {
        DeviceIdentityFile? file;
        try
        {
            file = JsonSerializer.Deserialize(File.ReadAllBytes(path), IdentityJson.Default.DeviceIdentityFile);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }

        if (file is not { Version: 1, PrivateKeyPem: { } pem } || Ed25519Keys.ReadPrivatePem(pem) is not { } seed)
            return null;
        var identity = new DeviceIdentity(seed, file.CreatedAtMs);
        if (file.DeviceId != identity.DeviceId)
            identity.Save(path, replace: true);
        return identity;
    }

    /// <summary>Signs a device signature text; unpadded base64url.</summary>
    public string Sign(string text) => Ed25519Keys.Sign(_seed, text);

    private bool Save(string path, bool replace)
    {
        var file = new DeviceIdentityFile
        {
            Version = 1,
            DeviceId = DeviceId,
            PublicKeyPem = Ed25519Keys.WritePublicPem(Ed25519Keys.PublicKeyOf(_seed)),
            PrivateKeyPem = Ed25519Keys.WritePrivatePem(_seed),
            CreatedAtMs = CreatedAtMs,
        };
        return PrivateFile.Write(path, IdentityJson.Pretty(file, IdentityJson.Default.DeviceIdentityFile), replace);
    }

    private static long Now(TimeProvider? time) => (time ?? TimeProvider.System).GetUtcNow().ToUnixTimeMilliseconds();
}
