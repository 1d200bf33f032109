using OpenClaw.Protocol.Schema;

namespace OpenClaw.Protocol.Send;

/// <summary>Params of <c>poll</c>.</summary>
public sealed record PollParams
{
    /// <summary>Recipient.</summary>
    [Size(Min = 1)]
    public required string To { get; init; }

    /// <summary>Question.</summary>
    [Size(Min = 1)]
    public required string Question { get; init; }

    /// <summary>Answers to choose from.</summary>
    [Size(Min = 2, Max = 12), ItemSize(Min = 1)]
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>How many may be chosen; absent means one.</summary>
    [Bounds(Min = 1, Max = 12)]
    public long? MaxSelections { get; init; }

    /// <summary>How long it runs.</summary>
    [Bounds(Min = 1)]
    public long? DurationHours { get; init; }

    /// <summary>Channel id or alias; absent means <c>whatsapp</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Account.</summary>
    public string? AccountId { get; init; }

    /// <summary>The same key is never sent twice.</summary>
    [Size(Min = 1)]
    public required string IdempotencyKey { get; init; }
}
