using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Logs;

/// <summary>Params of <c>logs.tail</c>.</summary>
public sealed record LogsTailParams
{
    /// <summary>Byte offset of an earlier answer.</summary>
    [Bounds(Min = 0)]
    public long? Cursor { get; init; }

    /// <summary>Most lines; absent means 500.</summary>
    [Bounds(Min = 1, Max = 5000)]
    public long? Limit { get; init; }

    /// <summary>Most bytes read; absent means 250000.</summary>
    [Bounds(Min = 1, Max = 1000000)]
    public long? MaxBytes { get; init; }
}
