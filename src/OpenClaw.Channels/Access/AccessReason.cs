namespace OpenClaw.Channels.Access;

/// <summary>Why an event was let in or not; for the log and for people who wonder.</summary>
public enum AccessReason
{
    /// <summary>The policy is <c>open</c>.</summary>
    OpenPolicy,

    /// <summary>An entry of a list lets the sender in.</summary>
    Listed,

    /// <summary>The account's own number writes to itself.</summary>
    OwnNumber,

    /// <summary>Written by our own account to somebody else.</summary>
    OwnOutgoing,

    /// <summary>The policy is <c>disabled</c>.</summary>
    DisabledPolicy,

    /// <summary>The group or topic is switched off.</summary>
    DisabledGroup,

    /// <summary>No entry lets the sender in.</summary>
    NotListed,

    /// <summary>The list that has to name the sender is empty.</summary>
    EmptyList,

    /// <summary>The group or topic has a list of its own, and it does not name the sender.</summary>
    NotInGroupList,

    /// <summary>Only certain groups are answered, and this is none of them.</summary>
    UnknownGroup,

    /// <summary>Buttons are not answered in this kind of chat.</summary>
    ButtonScope,
}
