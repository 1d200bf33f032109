using OpenClaw.Agents.Models;
using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Commands.Options;

/// <summary><c>/think</c>: how hard the model thinks.</summary>
public sealed class ThinkCommand(SessionStore store, ModelSelection selection, ModelCatalog catalog)
    : LevelCommand(store, "thinkingLevel", "Thinking level", "off, minimal, low, medium, high, xhigh"), IDirectiveCommand
{
    /// <inheritdoc/>
    public override CommandInfo Info { get; } = new("think", "How hard the model thinks.", CommandGroup.Options)
    {
        Aliases = ["thinking", "t"],
        Arguments = "<level>",
    };

    /// <inheritdoc/>
    protected override string? Parse(string word) => ThinkingLevels.Parse(word);

    /// <inheritdoc/>
    protected override string Current(CommandScene scene, StoredSession? session) => selection.Thinking(session, catalog.Resolve(Model(scene, session)));

    /// <inheritdoc/>
    protected override string? Refuses(CommandScene scene, string level) =>
        level == ThinkingLevels.ExtraHigh && !ThinkingLevels.HasExtraHigh(Model(scene, Store.Find(scene.SessionKey)))
            ? $"Thinking level xhigh exists for {ThinkingLevels.ExtraHighModels} only."
            : null;

    private ModelRef Model(CommandScene scene, StoredSession? session) => session?.Text("modelOverride") is { } id
        ? new ModelRef(session.Text("providerOverride") ?? ModelRef.Default.Provider, id)
        : selection.Default(scene.AgentId);
}
