namespace OpenClaw.Protocol.Schema;

/// <summary>The texts a member may hold. One value is a constant; several are a union of constants.</summary>
/// <param name="values">In the order in which a failed union lists its branches.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValuesAttribute(params string[] values) : Attribute
{
    /// <summary>The allowed texts.</summary>
    public IReadOnlyList<string> Values { get; } = values;
}
