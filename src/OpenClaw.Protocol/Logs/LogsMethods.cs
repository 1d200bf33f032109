using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Protocol.Logs;

/// <summary>The log file.</summary>
public static class LogsMethods
{
    /// <summary>The end of the log file, or what came after a cursor.</summary>
    public static MethodDefinition<LogsTailParams, LogsTailResult> Tail { get; } = new(
        "logs.tail",
        MethodScope.Read,
        static () => ProtocolJson.Default.LogsTailParams,
        static () => ProtocolJson.Default.LogsTailResult)
    {
        Summary = "The end of the log file, or what came after a cursor.",
    };

    /// <summary>Every method of the family.</summary>
    public static IReadOnlyList<MethodDefinition> All { get; } = [Tail];
}
