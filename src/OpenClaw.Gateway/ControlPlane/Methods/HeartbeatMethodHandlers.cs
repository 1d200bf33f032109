using OpenClaw.Gateway.ControlPlane.Heartbeats;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Heartbeats;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>last-heartbeat</c> and <c>set-heartbeats</c> (spec 02 §2).</summary>
internal sealed class HeartbeatMethodHandlers(HeartbeatSwitch heartbeats)
{
    public void Register(MethodTable table)
    {
        table.Add(HeartbeatsMethods.Last, (_, _, _) => ValueTask.FromResult(Reply.Ok(heartbeats.Last!)));
        table.Add(HeartbeatsMethods.Set, (_, parameters, _) => ValueTask.FromResult(Set(parameters)));
    }

    private Reply<SetHeartbeatsResult> Set(SetHeartbeatsParams parameters)
    {
        if (parameters.Enabled is not { } enabled)
            return GatewayError.Invalid("invalid set-heartbeats params: enabled (boolean) required");
        heartbeats.Enabled = enabled;
        return new SetHeartbeatsResult { Ok = true, Enabled = enabled };
    }
}
