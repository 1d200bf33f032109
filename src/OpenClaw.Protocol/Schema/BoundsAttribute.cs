namespace OpenClaw.Protocol.Schema;

/// <summary>Limits a number, both ends included; equal ends make it a constant.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BoundsAttribute : Attribute
{
    /// <summary>Smallest value.</summary>
    public double Min { get; init; } = double.NegativeInfinity;

    /// <summary>Largest value.</summary>
    public double Max { get; init; } = double.PositiveInfinity;
}
