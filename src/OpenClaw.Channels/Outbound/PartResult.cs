namespace OpenClaw.Channels.Outbound;

/// <summary>What became of a part.</summary>
/// <param name="MessageId">The platform's id when it was taken; null otherwise.</param>
/// <param name="ChatId">Where it went, as the platform says: Telegram's chat id, WhatsApp's JID.</param>
/// <param name="PollId">Id of the poll.</param>
/// <param name="Fault">Why it was not taken.</param>
public sealed record PartResult(string? MessageId, string? ChatId = null, string? PollId = null, SendFault? Fault = null)
{
    /// <summary>True when somebody asked for the same message before and this is what came of it then.</summary>
    public bool IsRepeat { get; init; }

    /// <summary>True when the platform took it.</summary>
    public bool Ok => Fault is null;

    /// <summary>A failure.</summary>
    public static PartResult Failed(SendFault fault) => new(null, Fault: fault);
}
