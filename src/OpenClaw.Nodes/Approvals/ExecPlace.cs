namespace OpenClaw.Nodes.Approvals;

/// <summary>Where a command would run: what decides which executables its words mean.</summary>
public sealed record ExecPlace
{
    /// <summary>Working directory, absolute.</summary>
    public required string Directory { get; init; }

    /// <summary>What <c>~</c> means.</summary>
    public required string Home { get; init; }

    /// <summary>The PATH the command gets.</summary>
    public string? Path { get; init; }

    /// <summary>Executables that are free on standard input.</summary>
    public IReadOnlyList<string> SafeBins { get; init; } = Approvals.SafeBins.Usual;

    /// <summary>Executables of eligible skills.</summary>
    public IReadOnlyList<string> SkillBins { get; init; } = [];

    /// <summary>True when the caller sets variables: they may change what a listed program does, so it is asked for.</summary>
    public bool HasCallerVariables { get; init; }
}
