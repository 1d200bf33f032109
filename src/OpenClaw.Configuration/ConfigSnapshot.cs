using System.Text.Json.Nodes;
using OpenClaw.Configuration.Model;

namespace OpenClaw.Configuration;

/// <summary>
/// One reading of the config file, valid or not (spec 03 §2). Immutable by agreement: nobody writes into its JSON; whoever wants
/// to change something clones it.
/// </summary>
public sealed record ConfigSnapshot
{
    /// <summary>The file that was read.</summary>
    public required string Path { get; init; }

    /// <summary>False when there is no file; then the snapshot is valid and holds the defaults.</summary>
    public required bool Exists { get; init; }

    /// <summary>The file's text; null when it does not exist or cannot be read.</summary>
    public string? Raw { get; init; }

    /// <summary>What the file says, before includes and substitution.</summary>
    public required JsonObject Parsed { get; init; }

    /// <summary>Includes and <c>${VAR}</c> resolved, no defaults: what the user set.</summary>
    public required JsonObject Resolved { get; init; }

    /// <summary>The validated config with defaults in schema order, or the best effort when the file is invalid.</summary>
    public required JsonObject Effective { get; init; }

    /// <summary>True when the file may be used.</summary>
    public required bool Valid { get; init; }

    /// <summary>
    /// SHA-256 of <see cref="Raw"/> in lower-case hex, of the empty text when there is no file; null when the file exists and cannot be
    /// read.
    /// </summary>
    public required string? Hash { get; init; }

    /// <summary>Every error.</summary>
    public IReadOnlyList<ConfigIssue> Issues { get; init; } = [];

    /// <summary>What is accepted but deserves a look.</summary>
    public IReadOnlyList<ConfigIssue> Warnings { get; init; } = [];

    /// <summary>Keys of older releases.</summary>
    public IReadOnlyList<ConfigIssue> LegacyIssues { get; init; } = [];

    /// <summary>The environment with what the config's <c>env</c> adds.</summary>
    public required EnvironmentVariables Environment { get; init; }

    /// <summary>Every file that was read, the included ones after the main one.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary><see cref="Effective"/> in types. Never null; wrong values of an invalid file read as absent.</summary>
    public required OpenClawConfig Config { get; init; }
}
