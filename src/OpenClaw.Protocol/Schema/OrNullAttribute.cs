namespace OpenClaw.Protocol.Schema;

/// <summary>The member may be <c>null</c> on the wire as well as absent; without this, <c>null</c> is a wrong type.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OrNullAttribute : Attribute;
