namespace OpenClaw.Agents.Commands;

/// <summary>What is to happen with a message once its commands are dealt with. The set is closed.</summary>
public abstract record CommandVerdict
{
    /// <summary>Nothing: it was a command of somebody who may not give it.</summary>
    public sealed record Ignored : CommandVerdict;

    /// <summary>It was a command; this is the answer, empty when there is nothing to say.</summary>
    public sealed record Answered(string Text) : CommandVerdict;

    /// <summary>It goes to the model.</summary>
    /// <param name="Text">What is left of it.</param>
    /// <param name="Directives">What it says about its run.</param>
    /// <param name="Answers">Answers to shortcuts in it, to be shown before.</param>
    public sealed record Runs(string Text, MessageDirectives Directives, IReadOnlyList<string> Answers) : CommandVerdict
    {
        /// <summary>A line that messaging channels are sent first.</summary>
        public string? Note { get; init; }
    }
}
