namespace OpenClaw.Operations.Ports;

/// <summary>Whether anybody listens.</summary>
public enum PortStatus
{
    /// <summary>Nobody listens.</summary>
    Free,

    /// <summary>Somebody listens.</summary>
    Busy,

    /// <summary>Could not be found out.</summary>
    Unknown,
}
