namespace OpenClaw.Channels.Sidecars;

/// <summary>The child that a session talks to: a process, or what stands for one in tests.</summary>
internal interface ISidecarChild : IAsyncDisposable
{
    int Id { get; }

    /// <summary>What it reads.</summary>
    Stream Input { get; }

    /// <summary>What it writes.</summary>
    Stream Output { get; }

    /// <summary>Its exit code; a negative or large one when a signal ended it. Never fails.</summary>
    Task<int> Exited { get; }

    /// <summary>Ends it and what it started, at once.</summary>
    void Kill();

    /// <summary>Ends it: asked by the end of its input, after the grace by force. Completes when it is gone.</summary>
    Task EndAsync(TimeSpan grace, TimeProvider time);
}
