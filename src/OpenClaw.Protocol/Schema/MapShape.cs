namespace OpenClaw.Protocol.Schema;

/// <summary>An object whose member names are data.</summary>
/// <param name="Value">Every member.</param>
public sealed record MapShape(Shape Value) : Shape;
