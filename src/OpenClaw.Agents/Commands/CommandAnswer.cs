using OpenClaw.Agents.Models;

namespace OpenClaw.Agents.Commands;

/// <summary>What a command comes to. The set is closed.</summary>
public abstract record CommandAnswer
{
    /// <summary>Nothing is said and nothing runs.</summary>
    public static CommandAnswer Nothing { get; } = new Silence();

    /// <summary>A text for the one who gave it.</summary>
    public static CommandAnswer Say(string text) => new Says(text);

    /// <summary>A text for the one who gave it.</summary>
    public sealed record Says(string Text) : CommandAnswer;

    /// <summary>A prompt for the model.</summary>
    /// <param name="Prompt">What the model reads instead of the command.</param>
    /// <param name="Note">A line that messaging channels are sent first.</param>
    public sealed record Asks(string Prompt, string? Note = null) : CommandAnswer
    {
        /// <summary>Model of this run only.</summary>
        public ModelRef? Model { get; init; }
    }

    /// <summary>Nothing.</summary>
    public sealed record Silence : CommandAnswer;
}
