using OpenClaw.Channels.Status;
using OpenClaw.Protocol.Channels;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>channels.status</c> (spec 02 §3).</summary>
internal sealed class ChannelsMethodHandlers(IChannelStatusSource channels)
{
    private const long DefaultTimeoutMs = 10_000;
    private const long LeastTimeoutMs = 1_000;
    private const long LongestTimeoutMs = 120_000;

    public void Register(MethodTable table) => table.Add(ChannelsMethods.Status, async (_, parameters, ct) =>
    {
        var timeout = Math.Clamp(parameters.TimeoutMs ?? DefaultTimeoutMs, LeastTimeoutMs, LongestTimeoutMs);
        return await channels.GetStatusAsync(parameters.Probe == true, TimeSpan.FromMilliseconds(timeout), ct).ConfigureAwait(false);
    });
}
