using OpenClaw.Protocol;

namespace OpenClaw.Client.Connection;

/// <summary>
/// How long to wait before the next dial: a second, doubling to thirty, each made up to a fifth longer by chance so that many
/// clients of a restarted gateway do not come back together.
/// </summary>
internal sealed class Backoff(Random random)
{
    private TimeSpan _next = TimeSpan.FromMilliseconds(ProtocolLimits.ClientBackoffMs);

    /// <summary>The wait before the next attempt; the gateway's own wish, if it has one, wins when it is longer.</summary>
    public TimeSpan Next(int? retryAfterMs)
    {
        var wait = _next * (1 + (random.NextDouble() / 5));
        var doubled = _next * 2;
        var limit = TimeSpan.FromMilliseconds(ProtocolLimits.ClientMaxBackoffMs);
        _next = doubled > limit ? limit : doubled;
        var wish = TimeSpan.FromMilliseconds(retryAfterMs ?? 0);
        return wish > wait ? wish : wait;
    }

    public void Reset() => _next = TimeSpan.FromMilliseconds(ProtocolLimits.ClientBackoffMs);
}
