namespace OpenClaw.Protocol.Schema;

/// <summary>One of several shapes.</summary>
/// <param name="Branches">In the order in which a failure lists them.</param>
/// <param name="Name">Name of the wire type behind it, or null when the union was made by a member's attributes.</param>
public sealed record UnionShape(IReadOnlyList<Shape> Branches, string? Name = null) : Shape;
