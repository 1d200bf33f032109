using OpenClaw.Agents.Replies;
using OpenClaw.Configuration.Model;
using OpenClaw.Configuration.Model.Channels;

namespace OpenClaw.Gateway.Conversations.Channels;

/// <summary>From the config to the settings of answers in blocks.</summary>
internal static class BlockSettings
{
    /// <summary>How a growing answer is cut.</summary>
    public static BlockChunking Chunking(BlockStreamingConfig config)
    {
        var standard = new BlockChunking();
        return new BlockChunking(config.MinChars ?? standard.MinChars, config.MaxChars ?? standard.MaxChars, Preference(config.BreakPreference));
    }

    /// <summary>How blocks are joined; null: they are not.</summary>
    public static BlockCoalescing? Coalescing(BlockStreamingConfig config, ChannelAccountConfig settings)
    {
        if ((settings.Coalesce ?? config.Coalesce) is not { } join)
            return null;
        var chunking = Chunking(config);
        return new BlockCoalescing(join.MinChars ?? chunking.MinChars, join.MaxChars ?? chunking.MaxChars, TimeSpan.FromMilliseconds(join.IdleMs ?? 1000));
    }

    private static BreakPreference Preference(string? name) => name switch
    {
        "newline" => BreakPreference.Newline,
        "sentence" => BreakPreference.Sentence,
        _ => BreakPreference.Paragraph,
    };
}
