using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Commands.Options;

/// <summary><c>/verbose</c>: how much of the work is shown.</summary>
public sealed class VerboseCommand(SessionStore store) : LevelCommand(store, "verboseLevel", "Verbose level", "off, on, full"), IDirectiveCommand
{
    /// <inheritdoc/>
    public override CommandInfo Info { get; } = new("verbose", "Show tools while they are used.", CommandGroup.Options)
    {
        Aliases = ["v"],
        Arguments = "on|full|off",
    };

    /// <inheritdoc/>
    protected override string? Parse(string word) => LevelWords.Verbose(word);

    /// <inheritdoc/>
    protected override string Current(CommandScene scene, StoredSession? session) =>
        session?.Text("verboseLevel") ?? Store.Agents.Config.Agents.Defaults.VerboseDefault ?? "off";

    /// <inheritdoc/>
    protected override string Confirm(string level) => level switch
    {
        "on" => "Verbose mode enabled.",
        "off" => "Verbose mode disabled.",
        _ => "Verbose mode set to full.",
    };
}
