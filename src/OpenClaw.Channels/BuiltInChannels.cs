using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Channels.Contract;
using OpenClaw.Channels.Sidecars;
using OpenClaw.Channels.Telegram;
using OpenClaw.Channels.WhatsApp;
using OpenClaw.Configuration.Paths;

namespace OpenClaw.Channels;

/// <summary>The channels of this program.</summary>
public static class BuiltInChannels
{
    /// <summary>As commands need them, which only look and ask: nothing runs, and the config is written by the commands themselves.</summary>
    /// <param name="paths">Where state is kept.</param>
    /// <param name="time">Clock.</param>
    public static IReadOnlyList<IChannel> ForCommands(ConfigPaths paths, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(time);
        return [new TelegramChannel(new TelegramOptions { Paths = paths, Time = time }), new WhatsAppChannel(Unused(time), paths, time)];
    }

    private static SidecarHost Unused(TimeProvider time) => new(
        new SidecarSpec { Name = "WhatsApp sidecar", Prepare = static _ => Task.FromResult(SidecarPlan.Failed("commands run no sidecar")), Initialize = static _ => { } },
        time,
        NullLogger.Instance);
}
