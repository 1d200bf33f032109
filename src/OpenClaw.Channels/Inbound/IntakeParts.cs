using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Outbound;
using OpenClaw.Channels.Pairing;
using OpenClaw.Configuration;
using OpenClaw.Storage.Journal;

namespace OpenClaw.Channels.Inbound;

/// <summary>What an <see cref="InboundIntake"/> works with.</summary>
public sealed record IntakeParts
{
    /// <summary>Keeps what was accepted. Not owned.</summary>
    public required IMessageJournal Journal { get; init; }

    /// <summary>Channels and running accounts.</summary>
    public required IAccountDirectory Accounts { get; init; }

    /// <summary>Answers.</summary>
    public required IInboundHandler Handler { get; init; }

    /// <summary>The config in force at any moment: access is decided by it anew with every message.</summary>
    public required Func<ConfigSnapshot> Config { get; init; }

    /// <summary>Who was let in by a code.</summary>
    public required PairingStore Pairing { get; init; }

    /// <summary>Way out of pairing codes and notices.</summary>
    public required IOutbox Outbox { get; init; }

    /// <summary>True for a text that is a command of the gateway.</summary>
    public required Func<string, bool> IsCommand { get; init; }

    /// <summary>Moves a fetched file to where received media are kept.</summary>
    public required KeepMedia Keep { get; init; }

    /// <summary>Clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Log.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>What was sent lately, by which our own messages are recognised when the platform shows them to us.</summary>
    public RecentSends Sends { get; init; } = new(TimeProvider.System);

    /// <summary>Most events in memory; more stay on disk until there is room.</summary>
    public int MostInMemory { get; init; } = 2000;
}
