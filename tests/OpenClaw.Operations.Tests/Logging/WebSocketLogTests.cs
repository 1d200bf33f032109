using Microsoft.Extensions.Logging;
using OpenClaw.Operations.Logging;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Operations.Tests.Logging;

public class WebSocketLogTests
{
    private const string Conn = "4fe1f130-a9a4-4980-9c83-0efb8ec9a669";

    private readonly List<string> _lines = [];

    [Fact]
    public void Without_verbose_only_failed_and_slow_responses_and_parse_errors_are_told()
    {
        var log = Create(WebSocketLogStyle.Auto, verbose: false);
        log.Request(Conn, "1", "health");
        log.Response(Conn, "1", "health", TimeSpan.FromMilliseconds(3), null);
        log.Event("tick", null);
        log.Response(Conn, "2", "status", TimeSpan.FromMilliseconds(51), null);
        log.Response(Conn, "3", "nope", TimeSpan.FromMilliseconds(1), GatewayError.Invalid("unknown method: nope"));
        log.ParseError(Conn, "bad");

        Assert.Equal(
            [
                "⇄ res ✓ status 51ms conn=4fe1f130…a669 id=2",
                "⇄ res ✗ nope 1ms error=INVALID_REQUEST: unknown method: nope conn=4fe1f130…a669 id=3",
                "✗ parse-error error=bad conn=4fe1f130…a669",
            ],
            _lines);
    }

    [Fact]
    [Trait("Runbook", "A2")]
    public void Verbose_tells_pairs_and_names_the_connection_when_it_changes()
    {
        var log = Create(WebSocketLogStyle.Compact, verbose: true);
        log.Request(Conn, "1", "health");
        log.Response(Conn, "1", "health", TimeSpan.FromMilliseconds(3), null);
        log.Response(Conn, "2", "health", TimeSpan.FromMilliseconds(3), null);
        log.Event("tick", null, ("ts", "5"), ("none", null));

        Assert.Equal(["⇄ res ✓ health 3ms conn=4fe1f130…a669 id=1", "⇄ res ✓ health 3ms id=2", "→ event tick ts=5"], _lines);
    }

    [Fact]
    [Trait("Runbook", "A2")]
    public void Full_tells_every_frame()
    {
        var log = Create(WebSocketLogStyle.Full, verbose: true);
        log.Request(Conn, "1", "health");
        log.Response(Conn, "1", "health", TimeSpan.FromMilliseconds(3), null);

        Assert.Equal(["← req health conn=4fe1f130…a669 id=1", "→ res ✓ health 3ms conn=4fe1f130…a669 id=1"], _lines);
    }

    [Fact]
    public void Ids_and_values_are_shortened()
    {
        Assert.Equal("abcdefghijkl…wxyz", WebSocketLogText.Id("abcdefghijklmnopqrstuvwxyz"));
        Assert.Equal("short", WebSocketLogText.Id("short"));
        Assert.Equal(243, WebSocketLogText.Value(new string('x', 500)).Length);
    }

    private WebSocketLog Create(WebSocketLogStyle style, bool verbose) => new(new ListLogger(_lines), style, verbose);

    private sealed class ListLogger(List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}
