namespace OpenClaw.Conformance.Tests.Replay;

/// <summary>How one scenario went.</summary>
/// <param name="Unexplained">Differences that no entry covers.</param>
/// <param name="Applied">Entries of <see cref="IntendedDifferences"/> that covered something.</param>
/// <param name="GatewayOutput">What the gateway printed, for a failing test to show.</param>
internal sealed record ReplayResult(
    IReadOnlyList<Difference> Unexplained,
    IReadOnlySet<IntendedDifference> Applied,
    string GatewayOutput);
