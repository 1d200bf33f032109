namespace OpenClaw.Nodes.Approvals;

/// <summary>What may run, from strict to open: the smaller of two is the stricter.</summary>
public enum ExecSecurity
{
    /// <summary>Nothing.</summary>
    Deny,

    /// <summary>What is on the allow list.</summary>
    Allowlist,

    /// <summary>Everything.</summary>
    Full,
}
