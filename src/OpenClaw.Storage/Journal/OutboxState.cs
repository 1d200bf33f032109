namespace OpenClaw.Storage.Journal;

/// <summary>Where a send stands.</summary>
public enum OutboxState
{
    /// <summary>To be sent.</summary>
    Waiting = 0,

    /// <summary>Handed to the platform, outcome not known yet. After a crash it may have been taken.</summary>
    Sending = 1,

    /// <summary>Taken by the platform.</summary>
    Sent = 2,

    /// <summary>Given up; the error says why.</summary>
    Failed = 3,

    /// <summary>An operator removed it.</summary>
    Dropped = 4,
}
