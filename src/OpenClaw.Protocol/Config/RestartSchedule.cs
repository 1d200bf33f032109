using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Config;

/// <summary>A restart that will happen.</summary>
public sealed record RestartSchedule
{
    /// <summary>Whether it was scheduled.</summary>
    public required bool Ok { get; init; }

    /// <summary>Process id.</summary>
    public required long Pid { get; init; }

    /// <summary>Always <c>SIGUSR1</c>.</summary>
    public required string Signal { get; init; }

    /// <summary>Milliseconds until then.</summary>
    public required long DelayMs { get; init; }

    /// <summary>Which method asked.</summary>
    public string? Reason { get; init; }

    /// <summary><c>emit</c> inside the process, <c>signal</c> through the system.</summary>
    [Values("emit", "signal")]
    public required string Mode { get; init; }
}
