namespace OpenClaw.Protocol.Schema;

/// <summary>The object accepts members that are not listed; without this, an unlisted member is an error.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenAttribute : Attribute;
