namespace OpenClaw.Configuration.Model;

/// <summary><c>agents.defaults.compaction</c>: how conversations that become too long are shortened (spec 08 §13.1).</summary>
public sealed record CompactionConfig
{
    /// <summary>Name of the mode that summarises long histories in pieces.</summary>
    public const string Safeguard = "safeguard";

    /// <summary><c>default</c> or <c>safeguard</c>.</summary>
    public string Mode { get; init; } = Safeguard;

    /// <summary>Tokens that are to stay free for the next turn.</summary>
    public long ReserveTokensFloor { get; init; } = 20_000;

    /// <summary>Part of the window that is summarised in one piece in safeguard mode.</summary>
    public double MaxHistoryShare { get; init; } = 0.5;

    /// <summary>The turn that saves lasting notes before a conversation is shortened.</summary>
    public MemoryFlushConfig MemoryFlush { get; init; } = new();

    private static CompactionConfig Defaults { get; } = new();

    internal static CompactionConfig Read(ConfigNode node) => new()
    {
        Mode = node.Text("mode") ?? Defaults.Mode,
        ReserveTokensFloor = node.Whole("reserveTokensFloor") ?? Defaults.ReserveTokensFloor,
        MaxHistoryShare = node.Number("maxHistoryShare") ?? Defaults.MaxHistoryShare,
        MemoryFlush = MemoryFlushConfig.Read(node.Section("memoryFlush")),
    };
}
