using OpenClaw.Protocol.Health;

namespace OpenClaw.Gateway.ControlPlane.Health;

/// <summary>Looks at the channels, agents and sessions once.</summary>
internal interface IHealthReporter
{
    /// <summary>The state now; <c>ts</c> and <c>durationMs</c> are filled in by the monitor.</summary>
    /// <param name="probe">Also ask the channels' services.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    ValueTask<HealthResult> ReportAsync(bool probe, CancellationToken cancellationToken);
}
