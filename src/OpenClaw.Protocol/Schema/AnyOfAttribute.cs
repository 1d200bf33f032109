namespace OpenClaw.Protocol.Schema;

/// <summary>The object must match one of these shapes; failures list every branch (spec 01 §3).</summary>
/// <param name="branches">Types whose metadata is part of <see cref="ProtocolJson"/>, in branch order.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnyOfAttribute(params Type[] branches) : Attribute
{
    /// <summary>The branches.</summary>
    public IReadOnlyList<Type> Branches { get; } = branches;
}
