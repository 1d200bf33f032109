namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>What a recording is replayed against.</summary>
internal interface IReplayTarget
{
    Uri WebSocketUri { get; }

    Task SignalAsync(string name, CancellationToken ct);

    /// <summary>The exit code, or null when the process still runs after that time.</summary>
    Task<int?> ExitCodeAsync(TimeSpan within, CancellationToken ct);
}
