namespace OpenClaw.Configuration.Model;

/// <summary><c>messages.inbound</c>.</summary>
public sealed record MessageInboundConfig
{
    /// <summary>Milliseconds within which texts of one sender become one message; 0: never.</summary>
    public long DebounceMs { get; init; }

    /// <summary><see cref="DebounceMs"/> by channel id.</summary>
    public IReadOnlyDictionary<string, long> ByChannel { get; init; } = new Dictionary<string, long>();

    /// <summary>The time that holds for a channel.</summary>
    public TimeSpan For(string? channel) =>
        TimeSpan.FromMilliseconds(Math.Clamp(channel is not null && ByChannel.TryGetValue(channel, out var own) ? own : DebounceMs, 0, 60_000));

    internal static MessageInboundConfig Read(ConfigNode node) => new()
    {
        DebounceMs = node.Whole("debounceMs") ?? 0,
        ByChannel = node.WholeMap("byChannel"),
    };
}
