using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenClaw.Storage;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>
/// The highest update up to which all are safe, in the original's file, so that either program can go on where the other stopped. For us it
/// is only a mark: what was accepted is known from the journal. Written in the background, the newest state alone; polling never waits for it.
/// </summary>
internal sealed class OffsetFile(string stateDir, string accountId, ILogger logger)
{
    // Ids count up, but after a quiet week Telegram begins anew at random: only what is a little lower is old.
    private const long Window = 1000;
    private readonly Lock _gate = new();
    private long? _saved;
    private long? _wanted;
    private Task _writing = Task.CompletedTask;

    public string Path { get; } = System.IO.Path.Combine(stateDir, "telegram", $"update-offset-{Name(accountId)}.json");

    /// <summary>Reads what was left by the last run.</summary>
    public void Load()
    {
        try
        {
            _saved = JsonSerializer.Deserialize(File.ReadAllBytes(Path), TelegramJson.Default.UpdateOffset)?.LastUpdateId;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            _saved = null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // A broken mark costs at worst some updates that the journal recognises.
            TelegramLog.OffsetUnreadable(logger, accountId, e.GetType().Name);
        }

        _wanted = _saved;
    }

    /// <summary>True for an update that an earlier run finished.</summary>
    public bool IsOld(long updateId) => _saved is { } saved && updateId <= saved && updateId > saved - Window;

    /// <summary>Everything up to here is safe.</summary>
    public void Advance(long updateId)
    {
        lock (_gate)
        {
            if (_wanted == updateId)
                return;
            _wanted = updateId;
            if (_writing.IsCompleted)
                _writing = Task.Run(WriteAll);
        }
    }

    /// <summary>Completes when the newest state is on disk.</summary>
    public Task FlushAsync()
    {
        lock (_gate)
            return _writing;
    }

    private void WriteAll()
    {
        for (long? written = null; ;)
        {
            long? wanted;
            lock (_gate)
            {
                wanted = _wanted;
                if (wanted == written)
                {
                    // Under the lock, so that an advance in this moment begins a new one.
                    _writing = Task.CompletedTask;
                    return;
                }
            }

            written = wanted;
            try
            {
                AtomicFile.Write(Path, JsonSerializer.Serialize(new UpdateOffset { LastUpdateId = wanted }, TelegramJson.Default.UpdateOffset) + "\n");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                TelegramLog.OffsetUnwritable(logger, accountId, e.GetType().Name);
            }
        }
    }

    private static string Name(string accountId) =>
        string.Concat(accountId.Select(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '_'));
}
