namespace OpenClaw.Configuration.Model;

/// <summary><c>messages.queue</c>.</summary>
public sealed record MessageQueueConfig
{
    /// <summary><c>collect</c> when null.</summary>
    public string? Mode { get; init; }

    /// <summary>Mode by channel id; before <see cref="Mode"/>.</summary>
    public IReadOnlyDictionary<string, string> ByChannel { get; init; } = new Dictionary<string, string>();

    /// <summary>Milliseconds of quiet before queued messages run.</summary>
    public long DebounceMs { get; init; } = 1000;

    /// <summary><see cref="DebounceMs"/> by channel id.</summary>
    public IReadOnlyDictionary<string, long> DebounceMsByChannel { get; init; } = new Dictionary<string, long>();

    /// <summary>Messages kept.</summary>
    public long Cap { get; init; } = 20;

    /// <summary><c>old</c>, <c>new</c> or <c>summarize</c> over the cap.</summary>
    public string Drop { get; init; } = "summarize";

    private static MessageQueueConfig Defaults { get; } = new();

    internal static MessageQueueConfig Read(ConfigNode node) => new()
    {
        Mode = node.Text("mode"),
        ByChannel = node.TextMap("byChannel") ?? Defaults.ByChannel,
        DebounceMs = node.Whole("debounceMs") ?? Defaults.DebounceMs,
        DebounceMsByChannel = node.WholeMap("debounceMsByChannel"),
        Cap = node.Whole("cap") ?? Defaults.Cap,
        Drop = node.Text("drop") ?? Defaults.Drop,
    };
}
