using Microsoft.Extensions.Logging;
using OpenClaw.Channels.Inbound;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Channels.Contract;

/// <summary>What an account gets from the gateway it lives in.</summary>
public sealed record AccountHost
{
    /// <summary>The config in force at any moment: what may change without a restart is read here with every message.</summary>
    public required Func<ConfigSnapshot> Config { get; init; }

    /// <summary>Where state is kept.</summary>
    public required ConfigPaths Paths { get; init; }

    /// <summary>Takes inbound events.</summary>
    public required IInboundIntake Intake { get; init; }

    /// <summary>Downloads for a channel that needs more than its own API: guarded against private addresses, streamed, capped.</summary>
    public required MediaDownload Download { get; init; }

    /// <summary>Clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Log of the account.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>Tells the owner's main session something worth knowing, e.g. that a link was lost.</summary>
    public Action<string> Note { get; init; } = static _ => { };

    /// <summary>To be called when <see cref="IChannelAccount.State"/> changed: status and health are told, waiting parts are sent.</summary>
    public Action Changed { get; init; } = static () => { };
}
