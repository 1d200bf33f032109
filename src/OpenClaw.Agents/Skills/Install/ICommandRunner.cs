namespace OpenClaw.Agents.Skills.Install;

/// <summary>Runs one command to its end.</summary>
public interface ICommandRunner
{
    /// <summary>Runs it. A command that cannot be started is a result too: its code is null.</summary>
    /// <param name="file">The program, as an absolute path.</param>
    /// <param name="arguments">Its arguments, each as one.</param>
    /// <param name="ct">Kills it.</param>
    Task<CommandResult> RunAsync(string file, IReadOnlyList<string> arguments, CancellationToken ct);
}
