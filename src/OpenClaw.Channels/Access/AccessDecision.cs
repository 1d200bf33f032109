namespace OpenClaw.Channels.Access;

/// <summary>Whether an event is let in, and what its sender may do.</summary>
/// <param name="Verdict">What becomes of it.</param>
/// <param name="Reason">Why.</param>
public sealed record AccessDecision(AccessVerdict Verdict, AccessReason Reason)
{
    /// <summary>The entry that let the sender in, as written; null when none was needed.</summary>
    public string? AllowEntry { get; init; }

    /// <summary>True when commands of this sender work.</summary>
    public bool CommandAuthorized { get; init; }

    /// <summary>True when an entry names the sender as an owner; a wildcard names nobody.</summary>
    public bool IsOwner { get; init; }

    /// <summary>True when it goes on.</summary>
    public bool IsAllowed => Verdict == AccessVerdict.Allowed;
}
