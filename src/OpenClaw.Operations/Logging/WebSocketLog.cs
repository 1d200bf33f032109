using System.Globalization;
using Microsoft.Extensions.Logging;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Operations.Logging;

/// <summary>
/// The lines of subsystem <c>gateway/ws</c> (spec 05 §7.3). Without verbose only failed and slow responses and parse errors are
/// told; with verbose every exchange is. Safe from any thread; costs one test when nothing is to be said.
/// </summary>
/// <param name="logger">A logger of the category <see cref="Category"/>.</param>
/// <param name="style">How much of a verbose exchange is shown.</param>
/// <param name="verbose">True with <c>--verbose</c>.</param>
public sealed class WebSocketLog(ILogger logger, WebSocketLogStyle style, bool verbose)
{
    /// <summary>The logger category, which is the subsystem.</summary>
    public const string Category = "gateway/ws";

    private static readonly TimeSpan s_slow = TimeSpan.FromMilliseconds(50);

    private string? _lastConnection;

    private bool Full => verbose && style == WebSocketLogStyle.Full;

    /// <summary>A request came in. Shown by the full style only.</summary>
    public void Request(string connId, string id, string method)
    {
        if (Full && logger.IsEnabled(LogLevel.Debug))
            Say(LogLevel.Debug, $"← req {method}", connId, id);
    }

    /// <summary>A response went out.</summary>
    /// <param name="connId">Connection.</param>
    /// <param name="id">Request id.</param>
    /// <param name="method">Method that was asked for.</param>
    /// <param name="duration">From frame read to response queued.</param>
    /// <param name="error">Null when it succeeded.</param>
    public void Response(string connId, string id, string method, TimeSpan duration, GatewayError? error)
    {
        if (!verbose && error is null && duration < s_slow)
            return;
        var level = verbose ? LogLevel.Debug : LogLevel.Information;
        if (!logger.IsEnabled(level))
            return;
        var mark = error is null ? "✓" : "✗";
        var arrow = Full ? "→" : "⇄";
        var reason = error is null ? "" : $" error={WebSocketLogText.Value($"{error.Code}: {error.Message}")}";
        var time = ((long)duration.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        Say(level, $"{arrow} res {mark} {method} {time}ms{reason}", connId, id);
    }

    /// <summary>An event went out; <paramref name="fields"/> are shown after the name. Verbose only.</summary>
    public void Event(string name, string? connId = null, params ReadOnlySpan<(string Key, string? Value)> fields)
    {
        if (!verbose || !logger.IsEnabled(LogLevel.Debug))
            return;
        var text = $"→ event {name}";
        foreach (var (key, value) in fields)
        {
            if (value is not null)
                text += $" {key}={WebSocketLogText.Value(value)}";
        }
        Say(LogLevel.Debug, text, connId, null);
    }

    /// <summary>A message could not be read as a frame.</summary>
    public void ParseError(string connId, string error)
    {
        if (logger.IsEnabled(LogLevel.Warning))
            Say(LogLevel.Warning, $"✗ parse-error error={WebSocketLogText.Value(error)}", connId, null);
    }

    private void Say(LogLevel level, string text, string? connId, string? id)
    {
        // Paired verbose lines name the connection only when it changes; every other form always does.
        var changed = Interlocked.Exchange(ref _lastConnection, connId) != connId;
        if (connId is not null && (changed || !verbose || Full))
            text += $" conn={WebSocketLogText.Id(connId)}";
        if (id is not null)
            text += $" id={WebSocketLogText.Id(id)}";
        logger.Log(level, default, text, null, static (state, _) => state);
    }
}
