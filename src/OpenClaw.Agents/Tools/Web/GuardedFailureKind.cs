namespace OpenClaw.Agents.Tools.Web;

/// <summary>Why something was not fetched.</summary>
public enum GuardedFailureKind
{
    /// <summary>Not an address that can be asked for.</summary>
    Invalid,

    /// <summary>Not public: nothing was connected to.</summary>
    Blocked,

    /// <summary>More redirects than allowed, or one without a place to go.</summary>
    Redirects,

    /// <summary>More bytes than allowed.</summary>
    TooLarge,

    /// <summary>Not done in time.</summary>
    Timeout,

    /// <summary>The name, the connection, the encryption or the answer was bad.</summary>
    Network,
}
