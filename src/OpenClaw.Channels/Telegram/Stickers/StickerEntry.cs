namespace OpenClaw.Channels.Telegram.Stickers;

/// <summary>A sticker that was seen and described (spec 10 §8.12).</summary>
internal sealed record StickerEntry
{
    public required string FileId { get; set; }

    public required string FileUniqueId { get; set; }

    public string? Emoji { get; set; }

    public string? SetName { get; set; }

    public required string Description { get; set; }

    /// <summary>ISO time.</summary>
    public string? CachedAt { get; set; }

    public string? ReceivedFrom { get; set; }

    /// <summary>The sticker in words: <c>[Sticker 👍 from "Set"] description</c>.</summary>
    public string Words()
    {
        var emoji = Emoji is { Length: > 0 } ? $" {Emoji}" : string.Empty;
        var set = SetName is { Length: > 0 } ? $" from \"{SetName}\"" : string.Empty;
        return $"[Sticker{emoji}{set}] {Description}";
    }

    /// <summary>How well it fits a search; 0: not at all.</summary>
    public int Score(string query)
    {
        var words = query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var score = Has(Description, query) ? 10 : 0;
        score += words.Count(word => Has(Description, word)) * 5;
        if (Emoji is { Length: > 0 } && query.Contains(Emoji, StringComparison.Ordinal))
            score += 8;
        return SetName is not null && Has(SetName, query) ? score + 3 : score;
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The file of the cache.</summary>
internal sealed record StickerFile
{
    public int Version { get; set; } = 1;

    public Dictionary<string, StickerEntry> Stickers { get; set; } = [];
}
