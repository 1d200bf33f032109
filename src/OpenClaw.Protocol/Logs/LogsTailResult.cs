namespace OpenClaw.Protocol.Logs;

/// <summary>The end of the log file (spec 02 §2).</summary>
public sealed record LogsTailResult
{
    /// <summary>The log file.</summary>
    public required string File { get; init; }

    /// <summary>Where to go on; equals the size.</summary>
    public required long Cursor { get; init; }

    /// <summary>File size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Raw JSON log lines.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>Older bytes were left out.</summary>
    public required bool Truncated { get; init; }

    /// <summary>The cursor did not fit the file, so reading started anew.</summary>
    public required bool Reset { get; init; }
}
