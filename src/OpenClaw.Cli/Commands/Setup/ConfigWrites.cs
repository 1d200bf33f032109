using System.Text.Json.Nodes;
using OpenClaw.Cli.Invocation;
using OpenClaw.Configuration.Writing;

namespace OpenClaw.Cli.Commands.Setup;

/// <summary>Changes to the config file from a command, with failures worded once.</summary>
internal static class ConfigWrites
{
    /// <summary>Edits a copy of what the file holds and writes it; null when done, otherwise the exit code.</summary>
    public static async Task<int?> ApplyAsync(CliContext context, Action<JsonObject> change, CancellationToken cancellationToken)
    {
        var result = await new ConfigFileWriter(context.Paths, context.Environment, context.Time)
            .WriteAsync(
                current =>
                {
                    if (!current.Valid)
                        return ConfigEdit.Refuse($"{current.Path} is not valid: {current.Issues[0]}");
                    var target = (JsonObject)current.Parsed.DeepClone();
                    change(target);
                    return ConfigEdit.To(target);
                },
                cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        context.ReloadConfig();
        return result.Ok ? null : Report(context, result);
    }

    /// <summary>Says why nothing was written.</summary>
    public static int Report(CliContext context, ConfigWriteResult result) =>
        context.Fail(result.Message ?? "the configuration was not written", [.. result.Issues.Select(i => $"- {i}")]);
}
