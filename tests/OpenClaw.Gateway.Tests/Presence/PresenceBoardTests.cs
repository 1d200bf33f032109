using Microsoft.Extensions.Time.Testing;
using OpenClaw.Gateway.ControlPlane.Presence;
using OpenClaw.Protocol.Presence;

namespace OpenClaw.Gateway.Tests.Presence;

public class PresenceBoardTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch.AddYears(50));

    [Fact]
    public void Entries_live_five_minutes_and_our_own_for_ever()
    {
        var board = Board();
        board.Upsert("A", new PresenceEntry { Host = "a", Ts = 0 });
        _time.Advance(TimeSpan.FromSeconds(200));
        board.Upsert("b", new PresenceEntry { Host = "b", Ts = 0 });

        Assert.Equal(["self", "b", "a"], board.List().Select(e => e.Host));
        _time.Advance(TimeSpan.FromSeconds(101));
        Assert.Equal(["self", "b"], board.List().Select(e => e.Host));
    }

    [Fact]
    public void Two_hundred_entries_are_kept_the_newest()
    {
        var board = Board();
        for (var i = 0; i < 300; i++)
        {
            board.Upsert($"k{i}", new PresenceEntry { Host = $"h{i}", Ts = 0 });
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        var hosts = board.List().Select(e => e.Host).ToArray();
        Assert.Equal(201, hosts.Length);
        Assert.Equal("h299", hosts[1]);
        Assert.DoesNotContain("h99", hosts);
    }

    [Fact]
    public void New_members_win_sets_add_up_and_the_text_stays()
    {
        var board = Board();
        board.Upsert("KEY", new PresenceEntry { Host = "a", Mode = "ui", Roles = ["operator"], Scopes = ["x"], Ts = 0 });

        var (before, after) = board.Upsert("key ", new PresenceEntry { Host = "b", Roles = ["node"], Scopes = ["y"], Reason = "disconnect", Ts = 0 });

        Assert.Equal("a", before!.Host);
        Assert.Equal(("b", "ui", "disconnect", "Node: a · mode ui"), (after.Host, after.Mode, after.Reason, after.Text));
        Assert.Equal(["operator", "node"], after.Roles!);
        Assert.Equal(["x", "y"], after.Scopes!);
    }

    [Theory]
    [InlineData("Node: studio (10.0.0.5) · app 3.1.0 · last input 12s ago · mode local · reason launch", "studio", "10.0.0.5", "3.1.0", 12L, "local", "launch")]
    [InlineData("Node: kitchen", "kitchen", null, null, null, null, null)]
    [InlineData("Node: a (b", "a", null, null, null, null, null)]
    [InlineData("hello from alpha", null, null, null, null, null, null)]
    public void A_node_line_is_read_part_by_part(string text, string? host, string? ip, string? version, long? input, string? mode, string? reason) =>
        Assert.Equal(new NodeLine(host, ip, version, input, mode, reason), NodeLine.Parse(text));

    private PresenceBoard Board() => new(new PresenceEntry { Host = "self", Ts = 0 }, _time);
}
