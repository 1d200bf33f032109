using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Tools.Elevated;

namespace OpenClaw.Agents.Commands.Options;

/// <summary><c>/elevated</c>: whether commands may leave the sandbox, for senders the configuration names.</summary>
public sealed class ElevatedCommand(SessionStore store)
    : LevelCommand(store, "elevatedLevel", "Elevated level", "off, on, ask, full"), IDirectiveCommand
{
    /// <inheritdoc/>
    public override CommandInfo Info { get; } = new("elevated", "Let commands run on the host.", CommandGroup.Options)
    {
        Aliases = ["elev"],
        Arguments = "on|ask|full|off",
    };

    /// <inheritdoc/>
    protected override string? Parse(string word) => LevelWords.Elevated(word);

    /// <inheritdoc/>
    protected override string Current(CommandScene scene, StoredSession? session) =>
        session?.Text("elevatedLevel") ?? Store.Agents.Config.Agents.Defaults.ElevatedDefault ?? "on";

    /// <inheritdoc/>
    protected override string? Refuses(CommandScene scene, string level)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (level == ElevatedLevel.Off)
            return null;
        var gate = ElevatedGate.Of(Store.Agents, scene.AgentId, scene.IsMessaging ? scene.Channel : null, scene.Caller);
        return gate.IsOpen ? null : $"Elevated commands are not available: {string.Join("; ", gate.Problems)}.";
    }
}
