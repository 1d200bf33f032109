namespace OpenClaw.Protocol.Schema;

/// <summary>Limits the characters of a text or the items of an array.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SizeAttribute : Attribute
{
    /// <summary>Fewest characters or items.</summary>
    public int Min { get; init; }

    /// <summary>Most characters or items; -1 means no limit.</summary>
    public int Max { get; init; } = -1;
}
