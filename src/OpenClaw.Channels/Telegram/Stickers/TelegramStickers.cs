using System.Globalization;
using System.Text.Json;
using OpenClaw.Channels.Inbound;
using OpenClaw.Storage;

namespace OpenClaw.Channels.Telegram.Stickers;

/// <summary>
/// Stickers that were described once, so that the next one of the kind needs no look at the picture (spec 10 §8.12). Read at first use, kept in
/// memory, written with every new one; the oldest go when there are too many. Safe from any thread.
/// </summary>
/// <param name="file">The cache, shared with the original.</param>
/// <param name="time">Clock.</param>
public sealed class TelegramStickers(string file, TimeProvider time)
{
    private const int Most = 2000;
    private readonly Lock _gate = new();
    private Dictionary<string, StickerEntry>? _entries;

    /// <summary>Keeps what a vision model said of a sticker. A cache that cannot be written is no failure.</summary>
    /// <param name="sticker">The sticker.</param>
    /// <param name="description">What is on it, one line.</param>
    /// <param name="receivedFrom">Who sent it, for people.</param>
    public void Remember(InboundSticker sticker, string description, string? receivedFrom)
    {
        ArgumentNullException.ThrowIfNull(sticker);
        var entry = new StickerEntry
        {
            FileId = sticker.FileId,
            FileUniqueId = sticker.FileUniqueId,
            Emoji = sticker.Emoji,
            SetName = sticker.SetName,
            Description = description,
            CachedAt = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ReceivedFrom = receivedFrom,
        };
        lock (_gate)
        {
            var entries = Entries();
            entries[entry.FileUniqueId] = entry;
            if (entries.Count > Most)
                entries.Remove(entries.Values.MinBy(static e => e.CachedAt, StringComparer.Ordinal)!.FileUniqueId);
            try
            {
                AtomicFile.Write(file, JsonSerializer.Serialize(new StickerFile { Stickers = entries }, TelegramJson.Default.StickerFile) + "\n");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It is described anew after the next start.
            }
        }
    }

    internal StickerEntry? Find(string fileUniqueId)
    {
        lock (_gate)
            return Entries().GetValueOrDefault(fileUniqueId);
    }

    /// <summary>The best fits first.</summary>
    internal IReadOnlyList<StickerEntry> Search(string query, int limit)
    {
        lock (_gate)
        {
            return
            [
                .. Entries().Values.Select(entry => (Entry: entry, Score: entry.Score(query))).Where(static hit => hit.Score > 0)
                    .OrderByDescending(static hit => hit.Score).Take(limit).Select(static hit => hit.Entry),
            ];
        }
    }

    private Dictionary<string, StickerEntry> Entries()
    {
        if (_entries is not null)
            return _entries;
        try
        {
            _entries = JsonSerializer.Deserialize(File.ReadAllBytes(file), TelegramJson.Default.StickerFile)?.Stickers ?? [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            _entries = [];
        }

        return _entries;
    }
}
