namespace OpenClaw.Protocol.Catalog;

/// <summary>What a caller must hold to use a method (spec 01 §14). <c>operator.admin</c> satisfies every operator value.</summary>
public enum MethodScope
{
    /// <summary>Role <c>node</c>; an operator is refused even with admin.</summary>
    NodeOnly,

    /// <summary><c>operator.read</c> or <c>operator.write</c>.</summary>
    Read,

    /// <summary><c>operator.write</c>.</summary>
    Write,

    /// <summary><c>operator.approvals</c>.</summary>
    Approvals,

    /// <summary><c>operator.pairing</c>.</summary>
    Pairing,

    /// <summary><c>operator.admin</c>.</summary>
    Admin,
}
