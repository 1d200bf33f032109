namespace OpenClaw.Protocol.Config;

/// <summary><c>restart-sentinel.json</c> (spec 05 §6).</summary>
public sealed record RestartNoteFile
{
    /// <summary>Always 1.</summary>
    public required long Version { get; init; }

    /// <summary>The note.</summary>
    public required RestartNote Payload { get; init; }
}
