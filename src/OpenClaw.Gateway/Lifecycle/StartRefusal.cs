namespace OpenClaw.Gateway.Lifecycle;

/// <summary>Why the gateway does not start.</summary>
/// <param name="Kind">What the operator must change.</param>
/// <param name="Message">Names the setting and the fix.</param>
public sealed record StartRefusal(StartRefusalKind Kind, string Message);

/// <summary>What kind of thing keeps the gateway from starting; decides the exit code (spec 13 §3).</summary>
public enum StartRefusalKind
{
    /// <summary>The configuration: exit code 78.</summary>
    Configuration,

    /// <summary>The port is taken: exit code 75.</summary>
    PortTaken,

    /// <summary>Anything else: exit code 1.</summary>
    Other,
}
