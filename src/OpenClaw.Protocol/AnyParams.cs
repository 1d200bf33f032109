using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol;

/// <summary>Params of an unchecked method that reads none of them.</summary>
[Open]
public sealed record AnyParams;
