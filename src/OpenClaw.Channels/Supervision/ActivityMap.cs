using System.Collections.Concurrent;

namespace OpenClaw.Channels.Supervision;

/// <summary>When each account last received and sent, since the gateway started (spec 10 §1.5). Safe from any thread.</summary>
public sealed class ActivityMap(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Channel, string AccountId), AccountActivity> _seen = new();

    /// <summary>Notes traffic of this moment.</summary>
    public void Note(string channel, string accountId, bool inbound)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        _seen.AddOrUpdate((channel, accountId), static (_, n) => With(default, n), static (_, old, n) => With(old, n), (now, inbound));
    }

    /// <summary>What is known of an account.</summary>
    public AccountActivity Of(string channel, string accountId) => _seen.GetValueOrDefault((channel, accountId));

    private static AccountActivity With(AccountActivity old, (long Now, bool Inbound) note) =>
        note.Inbound ? old with { LastInboundAt = note.Now } : old with { LastOutboundAt = note.Now };
}
