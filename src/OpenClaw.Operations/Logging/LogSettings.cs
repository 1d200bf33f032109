using Microsoft.Extensions.Logging;

namespace OpenClaw.Operations.Logging;

/// <summary>Everything the log is told, as one immutable value that can be swapped while running.</summary>
public sealed record LogSettings
{
    /// <summary>Lowest level written to the file.</summary>
    public LogLevel FileLevel { get; init; } = LogLevel.Information;

    /// <summary>Lowest level shown on the console.</summary>
    public LogLevel ConsoleLevel { get; init; } = LogLevel.Information;

    /// <summary>How console lines look.</summary>
    public ConsoleStyle ConsoleStyle { get; init; } = ConsoleStyle.Compact;

    /// <summary>Colours on the console; only <see cref="ConsoleStyle.Pretty"/> uses them.</summary>
    public bool Colour { get; init; }

    /// <summary>When set, the console shows this subsystem and its children only.</summary>
    public string? ConsoleSubsystem { get; init; }

    /// <summary><c>logging.file</c>: one fixed file, without a date in its name. Null: a dated file in <see cref="Directory"/>.</summary>
    public string? File { get; init; }

    /// <summary>Directory of the dated files; a profile has its own.</summary>
    public string Directory { get; init; } = LogDirectory.Default;

    /// <summary>A file that reaches this size is set aside as a numbered part.</summary>
    public long MaxFileBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>How many numbered parts are kept beside the current file; with the size limit this bounds the disk space of a day.</summary>
    public int MaxParts { get; init; } = 4;

    /// <summary>Dated files not written for this long are deleted when a new one is started.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Masks secrets in every line; <see cref="Redactor.Off"/> for <c>logging.redactSensitive: off</c>.</summary>
    public Redactor Redactor { get; init; } = Redactor.Default;
}
