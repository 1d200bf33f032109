namespace OpenClaw.Gateway.ControlPlane.Devices;

/// <summary>Why a device must be approved before it is let in (spec 01 §8.2).</summary>
internal static class PairingNeed
{
    public const string NotPaired = "not-paired";
    public const string RoleUpgrade = "role-upgrade";
    public const string ScopeUpgrade = "scope-upgrade";
}
