using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Storage;

namespace OpenClaw.Agents.Sessions;

/// <summary>
/// A <c>sessions.json</c> as it is on disk, in pooled memory: a store of many sessions is large and read often. Nothing of it may be used
/// after it was disposed.
/// </summary>
internal sealed class StoreOnDisk : IDisposable
{
    private readonly PooledBuffer? _bytes;
    private readonly JsonDocument? _document;

    private StoreOnDisk(PooledBuffer? bytes)
    {
        _bytes = bytes;
        if (bytes is null)
            return;
        try
        {
            _document = JsonDocument.Parse(bytes.Written, StoreJson.Lenient);
        }
        catch (JsonException)
        {
            // Counts as empty.
            _document = null;
        }
    }

    /// <summary>Everything in the file; undefined when it is missing or damaged.</summary>
    public JsonElement Root => _document?.RootElement ?? default;

    /// <summary>Reads the file; a missing one is empty.</summary>
    public static StoreOnDisk Read(string path)
    {
        try
        {
            return new StoreOnDisk(PooledBuffer.OfFile(path));
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return new StoreOnDisk(bytes: null);
        }
    }

    /// <summary>The store to change; empty when the file cannot be understood, and then <c>Damaged</c> says whether something is in it.</summary>
    public (JsonObject Store, bool Damaged) ToObject()
    {
        try
        {
            // Asking for a key makes the object look at all of them: the same key twice is damage too.
            if (Root.ValueKind == JsonValueKind.Object && JsonObject.Create(Root) is { } store && !store.ContainsKey(string.Empty))
                return (store, false);
        }
        catch (ArgumentException)
        {
            return ([], true);
        }

        return ([], _bytes?.Length > 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _document?.Dispose();
        _bytes?.Dispose();
    }
}
