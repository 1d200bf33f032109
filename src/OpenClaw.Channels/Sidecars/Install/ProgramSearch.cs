using OpenClaw.Configuration;

namespace OpenClaw.Channels.Sidecars.Install;

/// <summary>Finds programs in PATH.</summary>
internal static class ProgramSearch
{
    // npm is a script on Windows.
    private static readonly string[] s_endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];

    /// <summary>Full path of the first program of this name; null when there is none.</summary>
    public static string? Find(string name, EnvironmentVariables environment) =>
        (environment["PATH"] ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(Path.IsPathFullyQualified).Select(directory => In(name, directory)).FirstOrDefault(static found => found is not null);

    /// <summary>The program of this name in one folder; null when it is not there or may not be run.</summary>
    public static string? In(string name, string directory) =>
        s_endings.Select(ending => Path.Combine(directory, name + ending)).FirstOrDefault(IsProgram);

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
