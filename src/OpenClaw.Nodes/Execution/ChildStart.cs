namespace OpenClaw.Nodes.Execution;

/// <summary>What to start.</summary>
public sealed record ChildStart
{
    /// <summary>Absolute path of the executable: what was checked is what runs, nothing is searched again.</summary>
    public required string Executable { get; init; }

    /// <summary>Arguments after the name.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>Working directory; it must exist.</summary>
    public required string Directory { get; init; }

    /// <summary>The whole environment of the child (<see cref="ExecEnvironment"/>).</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>True: on a terminal of its own. See <see cref="ChildProcess.CanHaveTerminal"/>.</summary>
    public bool Terminal { get; init; }

    /// <summary>True: standard input stays open for writing; false: it is empty.</summary>
    public bool Input { get; init; }

    /// <summary>True: standard error comes separately, not mixed into the output.</summary>
    public bool SplitError { get; init; }
}
