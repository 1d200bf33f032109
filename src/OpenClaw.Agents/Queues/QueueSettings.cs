using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Queues;

/// <summary>How one session's queue works now.</summary>
/// <param name="Mode">What happens to a message.</param>
/// <param name="Debounce">Quiet after the last message before the queue runs.</param>
/// <param name="Cap">Messages kept.</param>
/// <param name="Drop">What gives way above the cap.</param>
public sealed record QueueSettings(QueueMode Mode, TimeSpan Debounce, int Cap, QueueDrop Drop)
{
    /// <summary>The message's own choice, else the session's, else the channel's, else the configured one (spec 08 §7.4).</summary>
    public static QueueSettings For(MessageQueueConfig config, string? channel, StoredSession? session, QueueChoice? inline = null)
    {
        var own = inline is { Reset: true } ? null : session;
        return new QueueSettings(
            inline?.Mode
                ?? QueueWords.Mode(own?.Text("queueMode"))
                ?? QueueWords.Mode(channel is null ? null : config.ByChannel.GetValueOrDefault(channel))
                ?? QueueWords.Mode(config.Mode)
                ?? QueueMode.Collect,
            inline?.Debounce
                ?? Milliseconds(own?.Number("queueDebounceMs"))
                ?? Milliseconds(channel is not null && config.DebounceMsByChannel.TryGetValue(channel, out var ms) ? ms : null)
                ?? Milliseconds(config.DebounceMs)
                ?? TimeSpan.Zero,
            inline?.Cap ?? Count(own?.Number("queueCap")) ?? Count(config.Cap) ?? 1,
            inline?.Drop ?? QueueWords.Drop(own?.Text("queueDrop")) ?? QueueWords.Drop(config.Drop) ?? QueueDrop.Summarize);
    }

    private static TimeSpan? Milliseconds(long? value) => value is >= 0 and < 24 * 3600 * 1000L ? TimeSpan.FromMilliseconds(value.Value) : null;

    private static int? Count(long? value) => value is > 0 and <= 1000 ? (int)value.Value : null;
}
