namespace OpenClaw.Protocol.Connect;

/// <summary>What the gateway can do.</summary>
public sealed record HelloFeatures
{
    /// <summary>Advertised methods, in the order of spec 01 §9.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>Events it may send.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>Sent to newer clients only.</summary>
    public IReadOnlyList<string>? Capabilities { get; init; }
}
