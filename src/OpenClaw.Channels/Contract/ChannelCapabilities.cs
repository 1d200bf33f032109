namespace OpenClaw.Channels.Contract;

/// <summary>What a channel can do (spec 10 §1.4).</summary>
public sealed record ChannelCapabilities
{
    /// <summary><c>direct</c>, <c>group</c>, <c>channel</c>, <c>thread</c>.</summary>
    public required IReadOnlyList<string> ChatTypes { get; init; }

    /// <summary>Polls.</summary>
    public bool Polls { get; init; }

    /// <summary>Most options of a poll.</summary>
    public int PollMaxOptions { get; init; } = 12;

    /// <summary>Reactions.</summary>
    public bool Reactions { get; init; }

    /// <summary>The other side sees that we have read a message (<c>read</c> of <see cref="IChannelAccount.ActAsync"/>).</summary>
    public bool ReadReceipts { get; init; }

    /// <summary>Editing what was sent.</summary>
    public bool Edit { get; init; }

    /// <summary>Deleting what was sent.</summary>
    public bool Delete { get; init; }

    /// <summary>Attachments.</summary>
    public bool Media { get; init; }

    /// <summary>Threads or topics.</summary>
    public bool Threads { get; init; }

    /// <summary>A command menu of the platform.</summary>
    public bool NativeCommands { get; init; }

    /// <summary>Answers in blocks while they are written.</summary>
    public bool BlockStreaming { get; init; }

    /// <summary>Default limit of one text, UTF-16 units.</summary>
    public int TextLimit { get; init; } = 4000;

    /// <summary>Length at which the platform's own apps cut a pasted text into several messages; 0: they do not.</summary>
    public int PasteSplitAt { get; init; }

    /// <summary>How a sender is called in a pairing, e.g. <c>telegramUserId</c>.</summary>
    public required string PairingIdLabel { get; init; }

    /// <summary>True when the person who was paired can be told.</summary>
    public bool NotifiesApproval { get; init; }

    /// <summary>True when commands are the owner's alone.</summary>
    public bool EnforcesOwner { get; init; }

    /// <summary>True when a send under the same client id can never become two messages.</summary>
    public bool IdempotentSends { get; init; }

    /// <summary>Names of the message actions it offers, e.g. <c>react</c>.</summary>
    public required IReadOnlyList<string> Actions { get; init; }
}
