using Microsoft.Extensions.Logging;
using OpenClaw.Cli.Invocation;
using OpenClaw.Configuration.Model;
using OpenClaw.Operations.Logging;

namespace OpenClaw.Cli.Commands.Running;

/// <summary>From <c>logging.*</c> and flags to the settings of the log (spec 05 §7).</summary>
internal static class LogSetup
{
    public static LogSettings Of(CliContext context, RunFlags flags, LoggingConfig config)
    {
        var file = LogLevels.Parse(config.Level) ?? LogLevel.Information;
        var console = LogLevels.Parse(config.ConsoleLevel) ?? LogLevel.Information;
        return new LogSettings
        {
            // Verbose mirrors debug messages of the file on the console, so both must have them.
            FileLevel = context.Verbose ? Min(file, LogLevel.Debug) : file,
            ConsoleLevel = context.Verbose ? Min(console, LogLevel.Debug) : console,
            ConsoleStyle = config.ConsoleStyle switch
            {
                "pretty" => ConsoleStyle.Pretty,
                "compact" => ConsoleStyle.Compact,
                "json" => ConsoleStyle.Json,
                _ => context.Screen.IsTerminal ? ConsoleStyle.Pretty : ConsoleStyle.Compact,
            },
            Colour = context.Screen.UsesColour,
            ConsoleSubsystem = flags.ClaudeCliLogs ? "agent/claude-cli" : null,
            File = config.File is { } path ? context.Paths.Expand(path) : null,
            Directory = context.Paths.LogDir,
            Redactor = Redactor.From(config.RedactSensitive, config.RedactPatterns),
        };
    }

    private static LogLevel Min(LogLevel a, LogLevel b) => a < b ? a : b;
}
