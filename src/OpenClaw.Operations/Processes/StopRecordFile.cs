namespace OpenClaw.Operations.Processes;

/// <summary><c>gateway-runs.json</c> in the state directory.</summary>
internal sealed record StopRecordFile
{
    public int Version { get; init; } = 1;

    /// <summary>The run going on, if any; still there after a kill.</summary>
    public StopRecord? Current { get; init; }

    /// <summary>The run before it.</summary>
    public StopRecord? Last { get; init; }
}
