using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Agents.Heartbeats;
using OpenClaw.Agents.Tests.Support;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Agents.Tests.Heartbeats;

public sealed class HeartbeatRulesTests
{
    [Theory]
    [InlineData("HEARTBEAT_OK", true, "")]
    [InlineData("  HEARTBEAT_OK.", true, "")]
    [InlineData("**HEARTBEAT_OK**", true, "")]
    [InlineData("<b>HEARTBEAT_OK</b>", true, "")]
    [InlineData("All quiet. HEARTBEAT_OK", true, "All quiet.")]
    [InlineData("HEARTBEAT_OK but the disk of the server is nearly full, look at it", false, "but the disk of the server is nearly full, look at it")]
    [InlineData("The token HEARTBEAT_OK stands in the middle of this text", false, "The token HEARTBEAT_OK stands in the middle of this text")]
    [InlineData("Buy milk", false, "Buy milk")]
    public void An_acknowledgement_is_the_token_at_an_end_with_little_beside_it(string said, bool acknowledged, string text)
    {
        var reply = HeartbeatReply.Read(said, ackMaxChars: 20);
        Assert.Equal((acknowledged, text), (reply.Acknowledged, reply.Text));
    }

    [Theory]
    [InlineData("08:00", "22:00", "2026-01-05T07:59:00Z", false)]
    [InlineData("08:00", "22:00", "2026-01-05T08:00:00Z", true)]
    [InlineData("08:00", "22:00", "2026-01-05T22:00:00Z", false)]
    [InlineData("22:00", "06:00", "2026-01-05T23:30:00Z", true)]
    [InlineData("22:00", "06:00", "2026-01-05T05:59:00Z", true)]
    [InlineData("22:00", "06:00", "2026-01-05T12:00:00Z", false)]
    [InlineData("18:00", "24:00", "2026-01-05T23:59:00Z", true)]
    [InlineData("08:00", "08:00", "2026-01-05T03:00:00Z", true)]
    public void Active_hours_may_span_midnight(string start, string end, string at, bool active) => Assert.Equal(
        active,
        ActiveHours.Include(new ActiveHoursConfig { Start = start, End = end, Timezone = "local" }, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), "Asia/Tokyo", TimeZoneInfo.Utc));

    [Fact]
    public void Active_hours_are_those_of_the_users_zone_unless_they_name_another()
    {
        var at = DateTimeOffset.Parse("2026-01-05T23:30:00Z", CultureInfo.InvariantCulture);
        var hours = new ActiveHoursConfig { Start = "08:00", End = "10:00" };
        Assert.True(ActiveHours.Include(hours, at, "Asia/Tokyo", TimeZoneInfo.Utc));
        Assert.False(ActiveHours.Include(hours, at, null, TimeZoneInfo.Utc));
        Assert.True(ActiveHours.Include(hours with { Timezone = "Australia/Brisbane" }, at, null, TimeZoneInfo.Utc));
    }

    [Theory]
    [InlineData("# Title\n\n## More\n- \n* [ ]\n", true)]
    [InlineData("", true)]
    [InlineData("# Title\n- look at the mail\n", false)]
    public void A_list_without_entries_is_empty(string text, bool empty)
    {
        using var folder = new TempFolder();
        Assert.False(HeartbeatFile.IsEmpty(folder.Path));
        folder.Write("HEARTBEAT.md", text);
        Assert.Equal(empty, HeartbeatFile.IsEmpty(folder.Path));
    }

    [Fact]
    public void Visibility_is_the_accounts_else_the_channels_else_that_of_all()
    {
        var channels = (JsonObject)JsonNode.Parse("""
            {"defaults":{"heartbeat":{"showOk":true,"useIndicator":false}},
             "telegram":{"heartbeat":{"showOk":false},"accounts":{"work":{"heartbeat":{"showAlerts":false}}}}}
            """)!;
        Assert.Equal(new HeartbeatVisibility(true, true, false), HeartbeatVisibility.Of(channels, null, null));
        Assert.Equal(new HeartbeatVisibility(false, true, false), HeartbeatVisibility.Of(channels, "telegram", "home"));
        Assert.Equal(new HeartbeatVisibility(false, false, false), HeartbeatVisibility.Of(channels, "telegram", "work"));
        Assert.Equal(new HeartbeatVisibility(), HeartbeatVisibility.Of(null, "telegram", "work"));
    }
}
