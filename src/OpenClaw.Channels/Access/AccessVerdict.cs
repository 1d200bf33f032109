namespace OpenClaw.Channels.Access;

/// <summary>What becomes of an event.</summary>
public enum AccessVerdict
{
    /// <summary>It goes on.</summary>
    Allowed,

    /// <summary>Its sender is offered a pairing code; the event itself ends.</summary>
    Pair,

    /// <summary>It ends, and its sender hears nothing.</summary>
    Dropped,
}
