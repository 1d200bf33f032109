namespace OpenClaw.Protocol.Schema;

/// <summary>A finite number.</summary>
/// <param name="Whole">Only zero fractions; <c>1.0</c> is one.</param>
/// <param name="Min">Smallest value.</param>
/// <param name="Max">Largest value.</param>
public sealed record NumberShape(
    bool Whole, double Min = double.NegativeInfinity, double Max = double.PositiveInfinity) : Shape;
