using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Contract;
using OpenClaw.Configuration;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Outbound;

/// <summary>What an <see cref="Outbox"/> works with.</summary>
public sealed record OutboxParts
{
    /// <summary>Keeps what is to go out. Not owned.</summary>
    public required IMessageJournal Journal { get; init; }

    /// <summary>Channels and running accounts.</summary>
    public required IAccountDirectory Accounts { get; init; }

    /// <summary>The config in force at any moment.</summary>
    public required Func<ConfigSnapshot> Config { get; init; }

    /// <summary>Makes attachments local files.</summary>
    public required IOutboundMedia Media { get; init; }

    /// <summary>Clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Log.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>Told of every part that a platform took, at once: platforms show us what we sent as if it were new (<see cref="Inbound.RecentSends"/>).</summary>
    public Action<OutboundPart, PartResult> Sent { get; init; } = static (_, _) => { };

    /// <summary>Spreads pauses; 0 to 1.</summary>
    public Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    /// <summary>Most parts that wait in memory; more stay in the journal until there is room, and what is new is refused meanwhile.</summary>
    public int MostWaiting { get; init; } = 20_000;

    /// <summary>How long sends that are under way may take when the outbox stops.</summary>
    public TimeSpan DrainTime { get; init; } = TimeSpan.FromSeconds(2);
}
