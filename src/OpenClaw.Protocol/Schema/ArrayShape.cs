namespace OpenClaw.Protocol.Schema;

/// <summary>An array.</summary>
/// <param name="Item">Every item.</param>
/// <param name="Min">Fewest items.</param>
/// <param name="Max">Most items, or -1.</param>
public sealed record ArrayShape(Shape Item, int Min = 0, int Max = -1) : Shape;
