namespace OpenClaw.Protocol.Presence;

/// <summary>Payload of <c>presence</c>: the whole list, newest first.</summary>
public sealed record PresenceEvent
{
    /// <summary>Who is there.</summary>
    public required IReadOnlyList<PresenceEntry> Presence { get; init; }
}
