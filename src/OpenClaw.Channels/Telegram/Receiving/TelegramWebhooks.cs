using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>
/// Where updates come in that Telegram posts (spec 10 §8.4). Accounts register themselves while they run; the secret of the request says
/// which account it is for, so that several may share a path. Safe from any thread.
/// </summary>
public sealed class TelegramWebhooks
{
    /// <summary>Header with the secret.</summary>
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>Largest update.</summary>
    public const int MaxBytes = 1024 * 1024;

    private readonly Lock _gate = new();
    private volatile IReadOnlyList<Entry> _entries = [];

    /// <summary>True when some account is served at this path.</summary>
    public bool Serves(string path) => _entries.Any(e => e.Path.Equals(path, StringComparison.Ordinal));

    /// <summary>The account whose secret this is; null: nobody's. Takes the same time for every wrong one.</summary>
    public Func<JsonElement, CancellationToken, Task<bool>>? Find(string path, string? secret)
    {
        var given = Hash(secret ?? string.Empty);
        Entry? found = null;
        foreach (var entry in _entries)
        {
            if (entry.Path.Equals(path, StringComparison.Ordinal) && CryptographicOperations.FixedTimeEquals(entry.Secret, given))
                found = entry;
        }

        return found?.Take;
    }

    /// <summary>Serves an account until the result is disposed of.</summary>
    /// <param name="path">Path on the gateway's port.</param>
    /// <param name="secret">What the requests carry; not empty.</param>
    /// <param name="take">Completes with true when the update is on disk; only then may Telegram be told that we have it.</param>
    internal IDisposable Add(string path, string secret, Func<JsonElement, CancellationToken, Task<bool>> take)
    {
        var entry = new Entry(path, Hash(secret), take);
        lock (_gate)
            _entries = [.. _entries, entry];
        return new Registration(this, entry);
    }

    private void Remove(Entry entry)
    {
        lock (_gate)
            _entries = [.. _entries.Where(e => e != entry)];
    }

    // Of equal length, so that not even the length of a secret shows.
    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private sealed record Entry(string Path, byte[] Secret, Func<JsonElement, CancellationToken, Task<bool>> Take);

    private sealed class Registration(TelegramWebhooks owner, Entry entry) : IDisposable
    {
        public void Dispose() => owner.Remove(entry);
    }
}
