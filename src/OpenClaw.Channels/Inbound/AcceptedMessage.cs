namespace OpenClaw.Channels.Inbound;

/// <summary>A message that passed access control and gating and is to be answered (spec 10 §3.1).</summary>
public sealed record AcceptedMessage
{
    /// <summary>
    /// Name of its run: the same for the same journal rows, also after a restart, so that a message that was answered before the end of the
    /// process is recognised.
    /// </summary>
    public required string RunId { get; init; }

    /// <summary>Rows of the journal that this answers; they are finished together with the replies, in one transaction.</summary>
    public required IReadOnlyList<long> InboxIds { get; init; }

    /// <summary>The event; of a joined batch the one whose ids count.</summary>
    public required InboundEvent Event { get; init; }

    /// <summary>Who answers.</summary>
    public required InboundRoute Route { get; init; }

    /// <summary>What the user wrote, without envelope, <c>@bot</c> of a command removed: commands are read from this.</summary>
    public required string Text { get; init; }

    /// <summary>What the model reads in place of the text: envelope, group history, reply and forward marks. Given the text that is left when commands are taken out.</summary>
    public required Func<string, string> Envelope { get; init; }

    /// <summary>Attachments on this machine.</summary>
    public IReadOnlyList<LocalMedia> Media { get; init; } = [];

    /// <summary>True when commands of this sender work (spec 10 §3.3).</summary>
    public bool CommandAuthorized { get; init; }

    /// <summary>True when the sender is named in an allow list (a wildcard names nobody).</summary>
    public bool IsOwner { get; init; }

    /// <summary>The allow-list entry that let the sender in.</summary>
    public string? AllowEntry { get; init; }

    /// <summary>We were meant: mention, reply, direct chat, command.</summary>
    public bool WasMentioned { get; init; }

    /// <summary>Name of the sender and of the conversation for people.</summary>
    public required string SenderLabel { get; init; }

    /// <inheritdoc cref="SenderLabel"/>
    public required string ConversationLabel { get; init; }

    /// <summary>The field <c>From</c> of the message context (spec 10 §3.1), e.g. <c>telegram:777</c>.</summary>
    public required string From { get; init; }

    /// <summary>Where answers go: the chat in the channel's own form.</summary>
    public required string ReplyTo { get; init; }

    /// <summary>Topic for answers; null: none (also for Telegram's General topic).</summary>
    public string? ReplyThreadId { get; init; }

    /// <summary>Added to the system prompt (group and topic prompts).</summary>
    public string? ExtraSystemPrompt { get; init; }

    /// <summary>Skills the run may use; null: all of the agent.</summary>
    public IReadOnlyList<string>? Skills { get; init; }

    /// <summary>Removes the sign of acknowledgement when the answer is out; null: leave it.</summary>
    public Func<CancellationToken, Task>? AckDone { get; init; }

    /// <summary>True for a restart's replay: the message may have been answered before.</summary>
    public bool IsReplay { get; init; }
}
