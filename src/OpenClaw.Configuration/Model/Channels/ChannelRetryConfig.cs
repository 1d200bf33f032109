using System.Text.Json.Nodes;

namespace OpenClaw.Configuration.Model.Channels;

/// <summary><c>channels.&lt;id&gt;.retry</c>: how a send that failed for a passing reason is tried again (spec 10 §5.9).</summary>
public sealed record ChannelRetryConfig
{
    private const int MostAttempts = 20;
    private const double LongestDelayMs = 10 * 60_000;

    /// <summary>Tries of a send somebody waits for, the first one included; 1 to 20. Answers are tried as long as they are worth it.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Pause after the first failure; it doubles with each further one.</summary>
    public TimeSpan MinDelay { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Longest pause, unless the platform asks for a longer one.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Share by which a pause is made longer or shorter at random; 0 to 1.</summary>
    public double Jitter { get; init; } = 0.1;

    /// <summary>Reads the settings of an account; values out of range are brought into it.</summary>
    /// <param name="merged">From <see cref="ChannelSection.Of"/>.</param>
    public static ChannelRetryConfig Read(JsonObject merged)
    {
        ArgumentNullException.ThrowIfNull(merged);
        var node = new ConfigNode(merged["retry"]);
        var standard = new ChannelRetryConfig();
        var min = Math.Clamp(node.Number("minDelayMs") ?? standard.MinDelay.TotalMilliseconds, 0, LongestDelayMs);
        return new ChannelRetryConfig
        {
            Attempts = Math.Clamp(node.Count("attempts") ?? standard.Attempts, 1, MostAttempts),
            MinDelay = TimeSpan.FromMilliseconds(min),
            MaxDelay = TimeSpan.FromMilliseconds(Math.Clamp(node.Number("maxDelayMs") ?? standard.MaxDelay.TotalMilliseconds, min, LongestDelayMs)),
            Jitter = Math.Clamp(node.Number("jitter") ?? standard.Jitter, 0, 1),
        };
    }
}
