namespace OpenClaw.Agents.Delivery;

/// <summary>One reply as it is delivered (spec 08 §17).</summary>
public sealed record ReplyPayload
{
    /// <summary>The text; empty with media alone.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Files and addresses to attach.</summary>
    public IReadOnlyList<string> MediaUrls { get; init; } = [];

    /// <summary>Message it answers as a quote.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>True: quote the message that caused it.</summary>
    public bool ReplyToCurrent { get; init; }

    /// <summary>True: attached audio goes out as a voice note.</summary>
    public bool AudioAsVoice { get; init; }

    /// <summary>True for the text of a failure.</summary>
    public bool IsError { get; init; }
}
