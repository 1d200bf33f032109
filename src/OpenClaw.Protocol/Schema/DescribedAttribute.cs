namespace OpenClaw.Protocol.Schema;

/// <summary>
/// Says what a member (or each item of an array) holds that is passed through as raw JSON. Only the schema and the client models
/// use it; the bytes stay untouched.
/// </summary>
/// <param name="type">A type whose metadata is part of <see cref="ProtocolJson"/>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DescribedAttribute(Type type) : Attribute
{
    /// <summary>What the raw JSON looks like.</summary>
    public Type Type { get; } = type;
}
