namespace OpenClaw.Channels.Inbound;

/// <summary>Mentions as the platform marks them (spec 10 §3.4).</summary>
public sealed record InboundMentions
{
    /// <summary>True when somebody at all is mentioned by a mark of the platform.</summary>
    public bool Any { get; init; }

    /// <summary>True when we are: <c>@botname</c>, own number, own LID.</summary>
    public bool Self { get; init; }

    /// <summary>True when the account knows its own name or number, so that a missing mention means something.</summary>
    public bool Detectable { get; init; }

    /// <summary>Own phone number in digits, looked for in the text as a last resort (WhatsApp); null: not done.</summary>
    public string? OwnDigits { get; init; }

    /// <summary>Own handle without <c>@</c>: a command may be addressed to it (<c>/status@name</c>), and one addressed to another name is not ours; null: none.</summary>
    public string? OwnName { get; init; }
}
