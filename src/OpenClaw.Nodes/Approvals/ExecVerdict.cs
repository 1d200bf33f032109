namespace OpenClaw.Nodes.Approvals;

/// <summary>What becomes of a command.</summary>
public enum ExecVerdict
{
    /// <summary>It runs.</summary>
    Run,

    /// <summary>A person decides.</summary>
    Ask,

    /// <summary>It does not run.</summary>
    Refuse,
}
