namespace OpenClaw.Gateway.ControlPlane.Approvals;

/// <summary>What a person says to a command.</summary>
public static class ApprovalDecision
{
    /// <summary>This command, this time.</summary>
    public const string AllowOnce = "allow-once";

    /// <summary>This time, and its executables from now on.</summary>
    public const string AllowAlways = "allow-always";

    /// <summary>No.</summary>
    public const string Deny = "deny";

    /// <summary>True for one of the three.</summary>
    public static bool IsKnown(string decision) => decision is AllowOnce or AllowAlways or Deny;
}
