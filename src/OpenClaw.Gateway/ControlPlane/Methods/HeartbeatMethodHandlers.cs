using OpenClaw.Agents.Heartbeats;
using OpenClaw.Gateway.Automation;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Heartbeats;

namespace OpenClaw.Gateway.ControlPlane.Methods;

/// <summary><c>last-heartbeat</c>, <c>set-heartbeats</c> and <c>wake</c> (spec 02 §2 and §4).</summary>
internal sealed class HeartbeatMethodHandlers(HeartbeatSwitch heartbeats, Wakes wakes)
{
    public void Register(MethodTable table)
    {
        table.Add(HeartbeatsMethods.Last, (_, _, _) => ValueTask.FromResult(Reply.Ok(heartbeats.Last!)));
        table.Add(HeartbeatsMethods.Set, (_, parameters, _) => ValueTask.FromResult(Set(parameters)));
        table.Add(HeartbeatsMethods.Wake, (_, parameters, _) => ValueTask.FromResult<Reply<OkResult>>(
            new OkResult { Ok = wakes.Give(parameters.Text, parameters.Mode == "now", "wake") }));
    }

    private Reply<SetHeartbeatsResult> Set(SetHeartbeatsParams parameters)
    {
        if (parameters.Enabled is not { } enabled)
            return GatewayError.Invalid("invalid set-heartbeats params: enabled (boolean) required");
        heartbeats.Enabled = enabled;
        return new SetHeartbeatsResult { Ok = true, Enabled = enabled };
    }
}
