namespace OpenClaw.Protocol.Schema;

/// <summary>Limits the characters of each text in an array or map.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ItemSizeAttribute : Attribute
{
    /// <summary>Fewest characters.</summary>
    public int Min { get; init; }
}
