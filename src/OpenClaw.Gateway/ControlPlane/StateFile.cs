using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using OpenClaw.Storage;

namespace OpenClaw.Gateway.ControlPlane;

/// <summary>
/// A map kept in one JSON file of the state directory. The copy in memory is the truth while the gateway runs, unless somebody else
/// changed the file: then it is read again before the next use. Not safe for concurrent use; its store has the lock.
/// </summary>
/// <typeparam name="T">The entries.</typeparam>
/// <param name="path">The file.</param>
/// <param name="type">Serialisation of the whole map.</param>
/// <param name="logger">Told of a file that cannot be read.</param>
internal sealed class StateFile<T>(string path, JsonTypeInfo<Dictionary<string, T>> type, ILogger logger)
{
    private Dictionary<string, T> _entries = new(StringComparer.Ordinal);
    private (long Length, DateTime Written)? _seen;
    private bool _loaded;

    /// <summary>The entries as they are now. Change them, then call <see cref="Save"/>.</summary>
    public Dictionary<string, T> Entries
    {
        get
        {
            if (!_loaded || Stamp() != _seen)
                Load();
            return _entries;
        }
    }

    /// <summary>Writes the entries, whole or not at all. Throws when the disk refuses; the entries in memory then go back to the file's.</summary>
    public void Save()
    {
        try
        {
            AtomicFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(_entries, type));
            _seen = Stamp();
        }
        catch
        {
            _loaded = false;
            throw;
        }
    }

    private void Load()
    {
        _seen = Stamp();
        _loaded = true;
        _entries = new Dictionary<string, T>(StringComparer.Ordinal);
        if (_seen is null)
            return;
        try
        {
            foreach (var (key, value) in JsonSerializer.Deserialize(File.ReadAllBytes(path), type) ?? [])
            {
                if (value is not null)
                    _entries[key] = value;
            }
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            // Counts as empty, as in the original, but the evidence is kept: the next save would overwrite it.
            StateFileLog.Unreadable(logger, path, e.Message);
            KeepAside();
        }
    }

    private void KeepAside()
    {
        try
        {
            File.Copy(path, path + ".unreadable", overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            StateFileLog.NotKept(logger, path, e.Message);
        }
    }

    private (long, DateTime)? Stamp()
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : null;
    }
}
