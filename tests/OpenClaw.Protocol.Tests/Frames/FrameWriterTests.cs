using System.Buffers;
using System.Text;
using OpenClaw.Protocol.Agent;
using OpenClaw.Protocol.Events;
using OpenClaw.Protocol.Frames;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Protocol.Tests.Frames;

public class FrameWriterTests
{
    private readonly ArrayBufferWriter<byte> _output = new();

    private string Written => Encoding.UTF8.GetString(_output.WrittenSpan);

    [Fact]
    public void A_result_has_the_members_in_wire_order()
    {
        FrameWriter.WriteResult(_output, "r1", OkResult.Yes, ProtocolJson.Default.OkResult);

        Assert.Equal("""{"type":"res","id":"r1","ok":true,"payload":{"ok":true}}""", Written);
    }

    [Fact]
    public void A_failed_run_carries_payload_and_error()
    {
        var payload = new AgentResult { RunId = "r", Status = "error", Summary = "Error: x" };

        FrameWriter.WriteResponse(_output, "a", payload, ProtocolJson.Default.AgentResult, GatewayError.Unavailable("Error: x"));

        Assert.Equal(
            """{"type":"res","id":"a","ok":false,"payload":{"runId":"r","status":"error","summary":"Error: x"},"error":{"code":"UNAVAILABLE","message":"Error: x"}}""",
            Written);
    }

    [Fact]
    public void A_refusal_has_no_payload_and_leaves_out_what_is_not_set()
    {
        FrameWriter.WriteError(_output, "x", GatewayError.Invalid("unknown method: y"));

        Assert.Equal("""{"type":"res","id":"x","ok":false,"error":{"code":"INVALID_REQUEST","message":"unknown method: y"}}""", Written);
    }

    [Fact]
    public void A_bad_frame_is_answered_under_its_own_id()
    {
        FrameWriter.WriteError(_output, "7"u8.ToArray(), GatewayError.Invalid("m"));

        Assert.Equal("""{"type":"res","id":7,"ok":false,"error":{"code":"INVALID_REQUEST","message":"m"}}""", Written);
    }

    [Fact]
    public void A_result_of_nothing_is_null()
    {
        FrameWriter.WriteResult(_output, "h", null!, ProtocolJson.Default.HeartbeatEvent);

        Assert.Equal("""{"type":"res","id":"h","ok":true,"payload":null}""", Written);
    }

    [Fact]
    public void A_broadcast_ends_with_seq_and_state_version()
    {
        var payload = new PresenceEvent { Presence = [new PresenceEntry { Text = "Node: ü · ok", Ts = 5 }] };

        FrameWriter.WriteEvent(_output, ProtocolEvents.Presence, payload, 69, new StateVersion(3, 12));

        Assert.Equal(
            """{"type":"event","event":"presence","payload":{"presence":[{"text":"Node: ü · ok","ts":5}]},"seq":69,"stateVersion":{"presence":3,"health":12}}""",
            Written);
    }

    [Fact]
    public void A_targeted_event_ends_after_its_payload()
    {
        FrameWriter.WriteEvent(_output, ProtocolEvents.Tick, new TickEvent { Ts = 1 });

        Assert.Equal("""{"type":"event","event":"tick","payload":{"ts":1}}""", Written);
    }

    [Fact]
    public void Head_and_tail_make_the_same_bytes_as_a_whole_frame()
    {
        var whole = new ArrayBufferWriter<byte>();
        FrameWriter.WriteEvent(whole, ProtocolEvents.Tick, new TickEvent { Ts = 1 }, long.MaxValue, new StateVersion(long.MaxValue, 1));

        FrameWriter.WriteEventHead(_output, ProtocolEvents.Tick, new TickEvent { Ts = 1 });
        FrameWriter.WriteEventTail(_output, long.MaxValue, new StateVersion(long.MaxValue, 1));

        Assert.Equal(Encoding.UTF8.GetString(whole.WrittenSpan), Written);
    }
}
