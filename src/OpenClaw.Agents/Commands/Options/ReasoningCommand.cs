using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Commands.Options;

/// <summary><c>/reasoning</c>: whether what the model thought is shown.</summary>
public sealed class ReasoningCommand(SessionStore store) : LevelCommand(store, "reasoningLevel", "Reasoning level", "off, on, stream"), IDirectiveCommand
{
    /// <inheritdoc/>
    public override CommandInfo Info { get; } = new("reasoning", "Show what the model thought.", CommandGroup.Options)
    {
        Aliases = ["reason"],
        Arguments = "on|stream|off",
    };

    /// <inheritdoc/>
    protected override bool OffIsAbsence => true;

    /// <inheritdoc/>
    protected override string? Parse(string word) => LevelWords.Reasoning(word);

    /// <inheritdoc/>
    protected override string Current(CommandScene scene, StoredSession? session) => session?.Text("reasoningLevel") ?? "off";

    /// <inheritdoc/>
    protected override string Confirm(string level) => level switch
    {
        "on" => "Reasoning is shown before the answer.",
        "off" => "Reasoning is hidden.",
        _ => "Reasoning is shown while it goes on, where the channel can do that.",
    };
}
