using System.Globalization;
using OpenClaw.Cli.Invocation;
using OpenClaw.Operations.Locks;

namespace OpenClaw.Cli.Commands.Setup;

/// <summary><c>--reset</c>: sets the dev profile's state aside. Nothing is deleted.</summary>
internal static class DevReset
{
    /// <summary>Null when done; otherwise the exit code.</summary>
    public static int? Run(CliContext context)
    {
        var state = context.Paths.StateDir;
        if (GatewayLock.FindHolder(state) is { } holder)
        {
            context.Fail($"--reset: {holder.Describe()}", "Stop it first.");
            return ExitCodes.Taken;
        }
        if (!Directory.Exists(state))
            return null;
        var aside = $"{state}.trash-{context.Time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        Directory.Move(state, aside);
        context.ReloadConfig();
        context.Screen.Note($"Reset: {context.Paths.Shorten(state)} is now {context.Paths.Shorten(aside)}");
        return null;
    }
}
