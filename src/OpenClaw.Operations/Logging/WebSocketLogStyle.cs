namespace OpenClaw.Operations.Logging;

/// <summary><c>--ws-log</c> (spec 05 §7.3). Matters only with <c>--verbose</c>.</summary>
public enum WebSocketLogStyle
{
    /// <summary>One line per request and response pair.</summary>
    Auto,

    /// <summary>One line per request and response pair.</summary>
    Compact,

    /// <summary>One line per frame.</summary>
    Full,
}
