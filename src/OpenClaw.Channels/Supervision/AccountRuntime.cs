using OpenClaw.Channels.Contract;

namespace OpenClaw.Channels.Supervision;

/// <summary>How a supervised account is at one moment. Times are epoch milliseconds; null: never.</summary>
public sealed record AccountRuntime
{
    /// <summary>True while it runs or will be begun anew by itself.</summary>
    public bool Running { get; init; }

    /// <summary>Last time it was begun.</summary>
    public long? LastStartAt { get; init; }

    /// <summary>Last time it ended.</summary>
    public long? LastStopAt { get; init; }

    /// <summary>Why it does not run or is not reached, with the fix where there is one; null when nothing is wrong.</summary>
    public string? LastError { get; init; }

    /// <summary>When it is begun anew; null: not planned.</summary>
    public long? NextStartAt { get; init; }

    /// <summary>Ends in a row without a healthy time between them.</summary>
    public int Failures { get; init; }

    /// <summary>True after an end that trying again does not mend (<see cref="AccountStoppedException"/>).</summary>
    public bool NeedsHelp { get; init; }

    /// <summary>What the account knows about itself, kept over a restart.</summary>
    public AccountState State { get; init; } = new();
}
