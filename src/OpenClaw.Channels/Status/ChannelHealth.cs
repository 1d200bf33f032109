using System.Text.Json;
using OpenClaw.Protocol.Health;

namespace OpenClaw.Channels.Status;

/// <summary>What <c>health</c> and <c>status</c> say about channels (spec 02 §2).</summary>
public sealed record ChannelHealth
{
    /// <summary>No channel is loaded.</summary>
    public static ChannelHealth None { get; } = new();

    /// <summary>Summary by channel id.</summary>
    public IReadOnlyDictionary<string, JsonElement> Summaries { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>Channel ids in display order.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>Label by channel id.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The first channel that is linked or not; null when none has a link.</summary>
    public LinkChannel? Link { get; init; }

    /// <summary>Lines for people, e.g. <c>Telegram: configured</c>.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];
}
