namespace OpenClaw.Protocol;

/// <summary>What a connection is (spec 01 §4.2); any other role is refused.</summary>
public static class Roles
{
    /// <summary>A person or a program acting for one. The default.</summary>
    public const string Operator = "operator";

    /// <summary>A machine that runs commands for the gateway.</summary>
    public const string Node = "node";
}
