using OpenClaw.Channels.Access;

namespace OpenClaw.Channels.Inbound.Lines;

/// <summary>Events that are one message: usually one, the parts of an album or of a long paste otherwise. Keeps what was done for it, so that it can be tried again.</summary>
internal sealed class InboundBatch(IReadOnlyList<AdmittedRow> rows, InboundEvent joined)
{
    /// <summary>The message.</summary>
    public InboundEvent Event { get; } = joined;

    /// <summary>Entries of the journal that it is.</summary>
    public IReadOnlyList<long> Ids { get; } = [.. rows.Select(static row => row.Row.Id)];

    /// <summary>What its sender may do.</summary>
    public AccessDecision Access { get; } = rows[0].Access;

    /// <summary>True when an earlier process accepted it.</summary>
    public bool IsReplay { get; } = rows.Any(static row => row.Row.IsReplay);

    /// <summary>Key of its first event: names its run.</summary>
    public string FirstKey { get; } = rows[0].Event.Key;

    /// <summary>Attachments on this machine, once they were brought.</summary>
    public BroughtMedia? Media { get; set; }

    /// <summary>The sign of acknowledgement, once it was begun.</summary>
    public Task? Acknowledged { get; set; }

    /// <summary>Rows made for the agents that hear it, once they were; null for those that somebody else made.</summary>
    public Dictionary<string, long?> Copies { get; } = new(StringComparer.Ordinal);

    /// <summary>Agents that have it.</summary>
    public HashSet<string> HandedTo { get; } = new(StringComparer.Ordinal);
}
