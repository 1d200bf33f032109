using OpenClaw.Gateway.ControlPlane.Health;
using OpenClaw.Protocol.Health;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>health</c> and <c>status</c> (spec 02 §2).</summary>
internal sealed class HealthMethodHandlers(HealthMonitor health, StatusReporter status)
{
    public void Register(MethodTable table)
    {
        table.Add(HealthMethods.Health, async (_, parameters, ct) => await health.GetAsync(parameters.Probe == true, ct).ConfigureAwait(false));
        table.Add(HealthMethods.Status, async (_, _, ct) => await status.ReportAsync(ct).ConfigureAwait(false));
    }
}
