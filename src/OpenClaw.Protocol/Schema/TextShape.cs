namespace OpenClaw.Protocol.Schema;

/// <summary>A text.</summary>
/// <param name="Min">Fewest characters (Unicode code points).</param>
/// <param name="Max">Most characters, or -1.</param>
public sealed record TextShape(int Min = 0, int Max = -1) : Shape;
