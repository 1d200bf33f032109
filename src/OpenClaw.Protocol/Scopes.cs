namespace OpenClaw.Protocol;

/// <summary>What an operator may do (spec 01 §4.2, §14). Unknown scope texts grant nothing.</summary>
public static class Scopes
{
    /// <summary>Look at state.</summary>
    public const string Read = "operator.read";

    /// <summary>Send messages and run agents; includes looking.</summary>
    public const string Write = "operator.write";

    /// <summary>Everything an operator can do.</summary>
    public const string Admin = "operator.admin";

    /// <summary>Ask for and decide command approvals.</summary>
    public const string Approvals = "operator.approvals";

    /// <summary>Pair devices and nodes.</summary>
    public const string Pairing = "operator.pairing";
}
