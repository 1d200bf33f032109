using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.ControlPlane.Sockets;

internal static partial class ConnectionLog
{
    [LoggerMessage(1101, LogLevel.Debug, "{ConnId} connected as {Role}: {ClientId} {ClientMode} {Version}, protocol {Protocol}")]
    public static partial void Connected(ILogger logger, string connId, string role, string clientId, string clientMode, string version, int protocol);

    [LoggerMessage(1102, LogLevel.Debug, "{ConnId} ended: {Code} {Reason}, {UnsentBytes} B unsent, {DroppedEvents} events dropped")]
    public static partial void Ended(ILogger logger, string connId, int code, string reason, long unsentBytes, long droppedEvents);

    [LoggerMessage(1103, LogLevel.Warning, "{ConnId} ({ClientId}) does not read: {UnsentBytes} B unsent, closed as slow consumer")]
    public static partial void Slow(ILogger logger, string connId, string clientId, long unsentBytes);

    [LoggerMessage(1104, LogLevel.Debug, "{ConnId} sent {Bytes} B that are not JSON; ignored")]
    public static partial void NotJson(ILogger logger, string connId, int bytes);

    [LoggerMessage(1105, LogLevel.Error, "{ConnId} failed inside")]
    public static partial void Failed(ILogger logger, Exception exception, string connId);

    [LoggerMessage(1106, LogLevel.Information, "webchat connected conn={ConnId} remote={Remote} client={ClientId} {ClientMode} v{Version}")]
    public static partial void WebChatConnected(ILogger logger, string connId, string remote, string clientId, string clientMode, string version);

    [LoggerMessage(1107, LogLevel.Information, "webchat disconnected code={Code} reason={Reason} conn={ConnId}")]
    public static partial void WebChatEnded(ILogger logger, int code, string reason, string connId);

    [LoggerMessage(1201, LogLevel.Error, "{Method} failed in request {RequestId} of {ConnId}")]
    public static partial void MethodFailed(ILogger logger, Exception exception, string method, string requestId, string connId);
}
