namespace OpenClaw.Protocol.Schema;

/// <summary>Any JSON value.</summary>
public sealed record AnyShape : Shape;
