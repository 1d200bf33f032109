using Microsoft.Extensions.Logging;

namespace OpenClaw.Gateway.Http.ToolsInvoke;

/// <summary>Log lines of <c>/tools/invoke</c>.</summary>
internal static partial class ToolsInvokeLog
{
    [LoggerMessage(1720, LogLevel.Error, "Tool {Tool} failed for an HTTP caller")]
    public static partial void Failed(ILogger logger, Exception problem, string tool);
}
