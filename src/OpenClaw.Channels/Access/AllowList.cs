using OpenClaw.Channels.Inbound;

namespace OpenClaw.Channels.Access;

/// <summary>A list of senders.</summary>
/// <param name="channel">Decides how entries are written.</param>
/// <param name="entries">As written; what can be nobody counts as absent.</param>
internal sealed class AllowList(string channel, IReadOnlyList<string> entries)
{
    /// <summary>True when it lets nobody in.</summary>
    public bool IsEmpty => !entries.Any(entry => SenderIds.Normalize(channel, entry) is not null);

    /// <summary>True when it lets everybody in.</summary>
    public bool HasWildcard => entries.Any(static entry => entry.Trim() == SenderIds.Wildcard);

    /// <summary>The entry that lets the sender in, as written: their own before the wildcard; null when there is none.</summary>
    public string? Match(InboundSender sender) => Named(sender) ?? (HasWildcard ? SenderIds.Wildcard : null);

    /// <summary>The sender's own entry, as written; null when there is none.</summary>
    public string? Named(InboundSender sender)
    {
        var ids = SenderIds.Of(channel, sender).ToList();
        return entries.FirstOrDefault(entry => SenderIds.Normalize(channel, entry) is { } id && ids.Contains(id));
    }
}
