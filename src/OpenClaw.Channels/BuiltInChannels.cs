using OpenClaw.Channels.Contract;
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
        return [];
    }
}
