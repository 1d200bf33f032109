namespace OpenClaw.Protocol.Schema;

/// <summary><c>null</c>.</summary>
public sealed record NullShape : Shape;
