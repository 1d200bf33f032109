using OpenClaw.Configuration.Loading;
using OpenClaw.Configuration.Paths;
using OpenClaw.Storage;

namespace OpenClaw.Configuration.Writing;

/// <summary>The five generations beside the config file: <c>.bak</c> is the newest, <c>.bak.4</c> the oldest (spec 03 §3).</summary>
public static class ConfigBackups
{
    private static readonly string[] s_suffixes = [".bak", ".bak.1", ".bak.2", ".bak.3", ".bak.4"];

    /// <summary>Those that exist, the newest first.</summary>
    public static IReadOnlyList<string> Files(ConfigPaths paths) =>
        [.. s_suffixes.Select(s => paths.ConfigFile + s).Where(File.Exists)];

    /// <summary>The newest backup that could be used; null when there is none. Reads only as many files as it must.</summary>
    public static ConfigBackup? NewestGood(ConfigPaths paths, EnvironmentVariables environment) =>
        Files(paths).Select(f => Read(f, paths, environment)).FirstOrDefault(b => b is { Snapshot.Valid: true });

    /// <summary>One backup; null when it cannot be read.</summary>
    public static ConfigBackup? Read(string file, ConfigPaths paths, EnvironmentVariables environment) =>
        ConfigText.Read(file, out _) is { } text
            ? new ConfigBackup(file, File.GetLastWriteTimeUtc(file), ConfigLoader.Evaluate(text, paths, environment))
            : null;

    /// <summary>Moves every generation one step back and copies the file into the first. Best effort: a backup that fails stops no write.</summary>
    internal static void Rotate(string file)
    {
        try
        {
            for (var i = s_suffixes.Length - 1; i > 0; i--)
            {
                if (File.Exists(file + s_suffixes[i - 1]))
                    File.Move(file + s_suffixes[i - 1], file + s_suffixes[i], overwrite: true);
            }
            AtomicFile.Write(file + s_suffixes[0], File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The full disk or the missing right that stopped the backup is about to be met, and reported, by the write itself.
            return;
        }
    }
}
