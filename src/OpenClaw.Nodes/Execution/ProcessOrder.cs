namespace OpenClaw.Nodes.Execution;

/// <summary>A command to be run and remembered.</summary>
public sealed record ProcessOrder
{
    /// <summary>Who may see it: an agent.</summary>
    public required string Scope { get; init; }

    /// <summary>The session that is told of its end.</summary>
    public required string SessionKey { get; init; }

    /// <summary>The command line, as people should see it.</summary>
    public required string Command { get; init; }

    /// <summary>How it is started.</summary>
    public required ChildStart Start { get; init; }

    /// <summary>When it is ended at the latest.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How long it is remembered afterwards.</summary>
    public required TimeSpan Keep { get; init; }

    /// <summary>Called once when it is over, whoever waits for it; it must return quickly and not throw.</summary>
    public Action<ProcessSession>? Ended { get; init; }
}
