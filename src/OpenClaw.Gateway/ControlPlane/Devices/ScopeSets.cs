namespace OpenClaw.Gateway.ControlPlane.Devices;

/// <summary>Lists used as sets, keeping the order in which things were granted.</summary>
internal static class ScopeSets
{
    public static IReadOnlyList<string> Union(IReadOnlyList<string> first, IReadOnlyList<string> second) => [.. first.Union(second)];
}
