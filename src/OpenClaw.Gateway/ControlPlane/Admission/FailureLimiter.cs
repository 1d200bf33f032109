using System.Security.Cryptography;
using System.Text;

namespace OpenClaw.Gateway.ControlPlane.Admission;

/// <summary>
/// Slows down guessing. Failed credentials are counted per key (a normalised address, or a paired device); after a few free ones
/// each further failure doubles the time during which the key's credentials are not even looked at. Loopback counts too, because a
/// web page can reach it. A client that keeps sending the same stale secret is refused but makes nothing worse: it is not guessing.
/// A success clears nothing, so that a guesser cannot ride on the owner's own visits; the clock forgives. Memory is bounded.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class FailureLimiter(TimeProvider time)
{
    private const int FreeFailures = 5;
    private const int MaxKeys = 4096;
    private const int RememberedGuesses = 8;
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_forgive = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Record> _records = new(StringComparer.Ordinal);

    /// <summary>How many keys are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _records.Count;
        }
    }

    /// <summary>How long this key's credentials are not looked at; zero when they are.</summary>
    public TimeSpan Blocked(string key)
    {
        lock (_gate)
        {
            if (!_records.TryGetValue(key, out var record))
                return TimeSpan.Zero;
            var left = record.BlockedUntil - time.GetUtcNow();
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Counts a failed credential.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="credential">What was presented; only a hash of it is kept. A missing credential is no guess and is not counted.</param>
    public void Failed(string key, string? credential)
    {
        if (string.IsNullOrEmpty(credential))
            return;
        var hash = BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(credential)));
        var now = time.GetUtcNow();
        lock (_gate)
        {
            if (!_records.TryGetValue(key, out var record) || now - record.LastFailure > s_forgive)
            {
                if (_records.Count >= MaxKeys)
                    Evict(now);
                _records[key] = record = new Record();
            }
            record.LastFailure = now;
            if (record.Guesses.Contains(hash))
                return;
            if (record.Guesses.Count == RememberedGuesses)
                record.Guesses.Dequeue();
            record.Guesses.Enqueue(hash);
            record.Failures++;
            var exponent = record.Failures - FreeFailures - 1;
            if (exponent < 0)
                return;
            var delay = exponent >= 6 ? s_longestDelay : s_firstDelay * (1 << exponent);
            record.BlockedUntil = now + delay;
        }
    }

    private void Evict(DateTimeOffset now)
    {
        foreach (var (key, record) in _records)
        {
            if (now - record.LastFailure > s_forgive)
                _records.Remove(key);
        }
        if (_records.Count < MaxKeys)
            return;
        // Quiet keys first; a key that is still blocked is the last to be forgotten.
        foreach (var key in _records.OrderBy(r => r.Value.BlockedUntil).ThenBy(r => r.Value.LastFailure).Take(MaxKeys / 8).Select(r => r.Key).ToArray())
            _records.Remove(key);
    }

    private sealed class Record
    {
        public Queue<ulong> Guesses { get; } = new();

        public int Failures { get; set; }

        public DateTimeOffset LastFailure { get; set; }

        public DateTimeOffset BlockedUntil { get; set; }
    }
}
