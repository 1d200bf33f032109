using OpenClaw.Cli.Commands.Logs;
using OpenClaw.Cli.Invocation;
using OpenClaw.Cli.Terminal;

namespace OpenClaw.Cli.Tests.Terminal;

public class TerminalTests
{
    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("1.5s", 1.5)]
    [InlineData("2m", 120)]
    [InlineData("24h", 86400)]
    [InlineData("7d", 604800)]
    public void A_duration_is_read(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Duration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("h")]
    [InlineData("-5m")]
    [InlineData("999999999999d")]
    public void What_is_no_duration_is_refused(string text) => Assert.Null(Duration.Parse(text));

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(59, "59s")]
    [InlineData(61, "1m")]
    [InlineData(7200, "2h")]
    [InlineData(172800, "2d")]
    public void A_span_is_said_in_one_unit(int seconds, string expected) => Assert.Equal(expected, Ago.Span(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("stauts", "status", true)]
    [InlineData("helth", "health", true)]
    [InlineData("x", "status", false)]
    [InlineData("sessions", "setup", false)]
    public void Near_misses_are_recognised(string typed, string meant, bool near) => Assert.Equal(near, Spelling.IsNear(typed, meant));

    [Fact]
    public void A_record_of_the_original_is_read_without_its_repeated_binding()
    {
        var record = LogRecord.Parse(
            """{"0":"{\"module\":\"cron\"}","1":{"jobs":2},"2":"started","_meta":{"name":"{\"module\":\"cron\"}","logLevelName":"INFO","date":"2026-01-30T10:00:00.000Z"}}""");

        Assert.Equal(new LogRecord("2026-01-30T10:00:00.000Z", "info", null, "cron", "{\"jobs\":2} started"), record);
        Assert.Null(LogRecord.Parse("{\"torn"));
        Assert.Null(LogRecord.Parse("[]"));
    }
}
