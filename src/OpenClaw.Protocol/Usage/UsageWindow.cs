namespace OpenClaw.Protocol.Usage;

/// <summary>How much of an allowance is used.</summary>
public sealed record UsageWindow
{
    /// <summary>Name of the window, e.g. <c>5h</c>.</summary>
    public required string Label { get; init; }

    /// <summary>0 to 100.</summary>
    public required double UsedPercent { get; init; }

    /// <summary>When it starts anew, epoch ms.</summary>
    public long? ResetAt { get; init; }
}
