namespace OpenClaw.Agents.Commands;

/// <summary>One slash command (spec 08 §19). Implementations keep no state of their own and may be called from any thread.</summary>
public interface ICommand
{
    /// <summary>Name and use.</summary>
    CommandInfo Info { get; }

    /// <summary>True when it works in this scene; otherwise it is not listed and its text is an ordinary message.</summary>
    bool IsOffered(CommandScene scene) => true;

    /// <summary>Does it. Expected failures are answers that name what is wrong and the fix.</summary>
    /// <param name="scene">Where and by whom; the sender's right to it has been checked.</param>
    /// <param name="arguments">What stood behind the name, trimmed.</param>
    /// <param name="ct">Ends with the gateway.</param>
    Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct);
}
