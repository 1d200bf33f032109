using System.Text.Json;

namespace OpenClaw.Channels.Sidecars;

/// <summary>How one kind of sidecar is started and watched (spec 10 §12.7).</summary>
public sealed record SidecarSpec
{
    /// <summary>How it is called in messages, e.g. <c>WhatsApp sidecar</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Finds, and if need be installs, what to start. Asked before every start.</summary>
    public required Func<CancellationToken, Task<SidecarPlan>> Prepare { get; init; }

    /// <summary>Writes the members of <c>initialize</c>.</summary>
    public required Action<Utf8JsonWriter> Initialize { get; init; }

    /// <summary>Bytes of the longest line.</summary>
    public int MaxLine { get; init; } = 1024 * 1024;

    /// <summary>Limit of start and <c>initialize</c> together.</summary>
    public TimeSpan InitializeLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Time between two pings; two missed ones end it.</summary>
    public TimeSpan PingEvery { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>When a ping counts as missed.</summary>
    public TimeSpan PingLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What running sends get when it is stopped.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long it may take to go after the end of its input.</summary>
    public TimeSpan EndGrace { get; init; } = TimeSpan.FromSeconds(5);
}
