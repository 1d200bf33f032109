using OpenClaw.Configuration.Loading;
using OpenClaw.Configuration.Paths;
using OpenClaw.Configuration.Reload;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Configuration;

/// <summary>
/// Owns the config that a gateway runs on. A file that breaks changes nothing: the last good snapshot stays, and
/// <see cref="Problem"/> tells what is wrong until the file is good again. Safe from any thread.
/// </summary>
public sealed class ConfigStore : IConfigWriter
{
    private readonly ConfigPaths _paths;
    private readonly EnvironmentVariables _environment;
    private readonly ConfigFileWriter _writer;
    private readonly Lock _gate = new();
    private volatile ConfigSnapshot _current;
    private volatile ConfigSnapshot? _problem;

    /// <summary>A store that begins with a snapshot that is valid.</summary>
    /// <exception cref="ArgumentException">The snapshot is not valid; a gateway must not start on it.</exception>
    public ConfigStore(ConfigSnapshot initial, ConfigPaths paths, EnvironmentVariables environment, ConfigFileWriter writer)
    {
        if (!initial.Valid)
            throw new ArgumentException("A gateway cannot run on a config that is not valid.", nameof(initial));
        _current = initial;
        _paths = paths;
        _environment = environment;
        _writer = writer;
    }

    /// <summary>
    /// Raised after a change of <see cref="Current"/>, with what it was and what it is, one change at a time. Handlers must be quick and
    /// must not throw.
    /// </summary>
    public event Action<ConfigSnapshot, ConfigSnapshot>? Changed;

    /// <summary>The config in force.</summary>
    public ConfigSnapshot Current => _current;

    /// <summary>The file as it was last read, when it is not valid; null while all is well. For status and health.</summary>
    public ConfigSnapshot? Problem => _problem;

    /// <summary>Reads the file. A valid one comes into force; an invalid one, or none where there was one, is only remembered.</summary>
    /// <returns>What was read.</returns>
    public ConfigSnapshot Reload()
    {
        var read = ConfigLoader.Load(_paths, _environment);
        Accept(read);
        return read;
    }

    /// <summary>Changes the file and puts the result into force.</summary>
    public async Task<ConfigWriteResult> WriteAsync(
        Func<ConfigSnapshot, ConfigEdit> edit, string? baseHash = null, CancellationToken cancellationToken = default)
    {
        var result = await _writer.WriteAsync(edit, baseHash, cancellationToken).ConfigureAwait(false);
        if (result is { Changed: true, Snapshot: { } written })
            Accept(written);
        return result;
    }

    private void Accept(ConfigSnapshot read)
    {
        lock (_gate)
        {
            // A file that is gone is a mistake or a half-done save, never the wish for an empty config.
            if (!read.Valid || (!read.Exists && _current.Exists))
            {
                _problem = read;
                return;
            }
            _problem = null;
            var before = _current;
            _current = read;
            if (Differ(before, read))
                Changed?.Invoke(before, read);
        }
    }

    // The same text may mean something else when an included file changed, and another text may mean the same.
    private static bool Differ(ConfigSnapshot before, ConfigSnapshot after) =>
        ConfigDiff.Paths(before.Effective, after.Effective).Count > 0;
}
