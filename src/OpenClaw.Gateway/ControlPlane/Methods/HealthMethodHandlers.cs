using OpenClaw.Gateway.ControlPlane.Health;
using OpenClaw.Protocol.Health;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>health</c> and <c>status</c> (spec 02 §2).</summary>
internal sealed class HealthMethodHandlers(HealthMonitor health)
{
    public void Register(MethodTable table) => table.Add(HealthMethods.Health, HealthAsync);

    private async ValueTask<Reply<HealthResult>> HealthAsync(MethodContext context, HealthParams parameters, CancellationToken cancellationToken) =>
        await health.GetAsync(parameters.Probe == true, cancellationToken).ConfigureAwait(false);
}
