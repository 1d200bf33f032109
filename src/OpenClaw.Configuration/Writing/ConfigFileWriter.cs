using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using OpenClaw.Configuration.Json5;
using OpenClaw.Configuration.Loading;
using OpenClaw.Configuration.Paths;
using OpenClaw.Protocol;
using OpenClaw.Storage;

namespace OpenClaw.Configuration.Writing;

/// <summary>
/// The only way into the config file, for the gateway and for the command line. A write happens under a lock that all processes
/// share, is based on the content it replaces, is validated first, keeps the user's comments, order and references, leaves five
/// backups, and is whole or not at all.
/// </summary>
public sealed class ConfigFileWriter(ConfigPaths paths, EnvironmentVariables environment, TimeProvider time) : IConfigWriter
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>The lock all writers of this config take; it lies beside the file.</summary>
    public string LockFile => paths.ConfigFile + ".lock";

    /// <inheritdoc/>
    public Task<ConfigWriteResult> WriteAsync(
        Func<ConfigSnapshot, ConfigEdit> edit, string? baseHash = null, CancellationToken cancellationToken = default) =>
        UnderLockAsync(current => Write(current, edit, baseHash), cancellationToken);

    /// <summary>Puts back a backup, exactly as it was; the present file becomes the newest backup.</summary>
    /// <param name="backup">The backup; null: the newest one that is valid.</param>
    /// <param name="cancellationToken">Ends the wait for other writers.</param>
    public Task<ConfigWriteResult> RestoreAsync(string? backup = null, CancellationToken cancellationToken = default) =>
        UnderLockAsync(current => Restore(current, backup), cancellationToken);

    private async Task<ConfigWriteResult> UnderLockAsync(Func<ConfigSnapshot, ConfigWriteResult> work, CancellationToken cancellationToken)
    {
        try
        {
            using var held = await FileLock.AcquireAsync(
                LockFile, s_patience, time, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
            if (held is null)
            {
                return new ConfigWriteResult(null, ConfigWriteFailure.Busy,
                    $"another process (pid {FileLock.ReadContent(LockFile)}) has been writing {paths.ConfigFile} for {s_patience.TotalSeconds:0} s");
            }
            AtomicFile.RemoveLeftovers(paths.ConfigFile);
            return work(ConfigLoader.Load(paths, environment));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ConfigWriteResult(null, ConfigWriteFailure.Disk, $"cannot write {paths.ConfigFile}: {e.Message}");
        }
    }

    private ConfigWriteResult Write(ConfigSnapshot current, Func<ConfigSnapshot, ConfigEdit> make, string? baseHash)
    {
        if (baseHash is not null && current.Hash != baseHash)
            return new ConfigWriteResult(current, ConfigWriteFailure.Conflict, "config changed since last load; re-run config.get and retry");
        var edit = make(current);
        if (edit.Target is not { } asked)
            return new ConfigWriteResult(current, ConfigWriteFailure.Refused, edit.Refusal);
        var target = References.Keep(asked, current);
        if (current.Exists && JsonNode.DeepEquals(WithoutStamp(target), WithoutStamp(current.Parsed)))
            return new ConfigWriteResult(current);

        Stamp(target);
        var text = Json5Editor.Apply(edit.Layout ?? current.Raw, target);
        var next = ConfigLoader.Evaluate(text, paths, environment);
        if (!next.Valid)
        {
            return new ConfigWriteResult(current, ConfigWriteFailure.Invalid, $"Config validation failed: {Short(next.Issues[0])}")
            {
                Issues = next.Issues,
            };
        }
        // Last, so that a text that is wrong in itself is told what is wrong with it.
        if (!edit.Force && Shrinkage(current.Parsed, target) is { } shrinkage)
            return new ConfigWriteResult(current, ConfigWriteFailure.Shrinks, shrinkage);
        return Commit(current, text, next);
    }

    private ConfigWriteResult Restore(ConfigSnapshot current, string? backup)
    {
        var chosen = backup is null ? ConfigBackups.NewestGood(paths, environment) : ConfigBackups.Read(backup, paths, environment);
        if (chosen is null)
        {
            return new ConfigWriteResult(current, ConfigWriteFailure.Refused, backup is null
                ? $"no backup of {paths.ConfigFile} is valid"
                : $"cannot read the backup {backup}");
        }
        return chosen.Snapshot.Valid
            ? Commit(current, chosen.Snapshot.Raw!, chosen.Snapshot)
            : new ConfigWriteResult(current, ConfigWriteFailure.Invalid, $"the backup {chosen.Path} is not valid: {Short(chosen.Snapshot.Issues[0])}")
            {
                Issues = chosen.Snapshot.Issues,
            };
    }

    private ConfigWriteResult Commit(ConfigSnapshot current, string text, ConfigSnapshot next)
    {
        if (current.Exists)
            ConfigBackups.Rotate(paths.ConfigFile);
        // An editor takes no lock. What it saved since the read is noticed here, at the last moment there is.
        if (ConfigLoader.Load(paths, environment).Hash != current.Hash)
            return new ConfigWriteResult(current, ConfigWriteFailure.Conflict, "config changed since last load; re-run config.get and retry");
        AtomicFile.Write(paths.ConfigFile, Encoding.UTF8.GetBytes(text));
        return new ConfigWriteResult(next) { Changed = true };
    }

    private void Stamp(JsonObject target)
    {
        if (target["meta"] is not JsonObject meta)
            target["meta"] = meta = [];
        meta["lastTouchedVersion"] = ProductVersion.Text;
        meta["lastTouchedAt"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    private static JsonObject WithoutStamp(JsonObject config)
    {
        var copy = (JsonObject)config.DeepClone();
        copy.Remove("meta");
        return copy;
    }

    /// <summary>The refusal to lose most of a config by accident; null when it stays.</summary>
    private static string? Shrinkage(JsonObject current, JsonObject target)
    {
        var keys = current.Select(p => p.Key).Where(k => k != "meta").ToList();
        var dropped = keys.Where(k => !target.ContainsKey(k)).ToList();
        return dropped.Count >= 2 && dropped.Count * 2 > keys.Count
            ? $"refused: this would drop {dropped.Count} of {keys.Count} sections ({string.Join(", ", dropped)}); "
                + "if that is meant, remove them one by one, with config.patch and null or \"openclaw config unset\""
            : null;
    }

    private static string Short(ConfigIssue issue) => issue.Path.Length > 0 ? $"{issue.Path}: {issue.Message}" : issue.Message;
}
