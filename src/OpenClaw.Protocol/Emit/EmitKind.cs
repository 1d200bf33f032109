namespace OpenClaw.Protocol.Emit;

/// <summary>What the protocol can be written as.</summary>
public enum EmitKind
{
    /// <summary>JSON Schema, draft 7.</summary>
    Schema,

    /// <summary>TypeScript types.</summary>
    TypeScript,

    /// <summary>Swift types.</summary>
    Swift,

    /// <summary>Tables for people.</summary>
    Markdown,
}
