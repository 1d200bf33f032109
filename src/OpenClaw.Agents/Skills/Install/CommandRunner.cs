using System.ComponentModel;
using System.Text;
using CliWrap;
using OpenClaw.Configuration;

namespace OpenClaw.Agents.Skills.Install;

/// <summary>Real commands. They are given our environment without its secrets: an installer has no business with model keys.</summary>
public sealed class CommandRunner : ICommandRunner
{
    private const int MaxChars = 20_000;

    private static readonly string[] s_secretWords = ["KEY", "TOKEN", "SECRET", "PASSWORD", "CREDENTIAL"];

    /// <inheritdoc/>
    public async Task<CommandResult> RunAsync(string file, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var (stdout, stderr) = (new StringBuilder(), new StringBuilder());
        var hidden = EnvironmentVariables.OfProcess().All.Keys
            .Where(static name => s_secretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(static name => name, static _ => (string?)null, StringComparer.Ordinal);
        try
        {
            var result = await Cli.Wrap(file)
                .WithArguments(arguments)
                .WithEnvironmentVariables(hidden)
                .WithValidation(CommandResultValidation.None)
                .WithStandardInputPipe(PipeSource.Null)
                .WithStandardOutputPipe(PipeTarget.ToDelegate(line => Keep(stdout, line)))
                .WithStandardErrorPipe(PipeTarget.ToDelegate(line => Keep(stderr, line)))
                .ExecuteAsync(ct).ConfigureAwait(false);
            return new CommandResult(result.ExitCode, stdout.ToString().Trim(), stderr.ToString().Trim());
        }
        catch (Win32Exception problem)
        {
            return new CommandResult(null, string.Empty, problem.Message);
        }
    }

    private static void Keep(StringBuilder text, string line)
    {
        text.Append(line).Append('\n');
        if (text.Length > 2 * MaxChars)
            text.Remove(0, text.Length - MaxChars);
    }
}
