namespace OpenClaw.Operations.Logging;

/// <summary><c>logging.consoleStyle</c> (spec 05 §7.2).</summary>
public enum ConsoleStyle
{
    /// <summary><c>HH:MM:SS [subsystem] message</c>, coloured on a terminal.</summary>
    Pretty,

    /// <summary>ISO time stamp, subsystem, message; the default without a terminal.</summary>
    Compact,

    /// <summary>One JSON object per line.</summary>
    Json,
}
