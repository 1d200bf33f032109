namespace OpenClaw.Protocol.Schema;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record FlagShape : Shape;
