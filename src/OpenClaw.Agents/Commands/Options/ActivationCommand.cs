using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Commands.Options;

/// <summary><c>/activation</c>: whether a group must mention the agent.</summary>
public sealed class ActivationCommand(SessionStore store) : ICommand
{
    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("activation", "When I answer in this group.", CommandGroup.Options) { Arguments = "mention|always", OwnerOnly = true };

    /// <inheritdoc/>
    public bool IsOffered(CommandScene scene) => scene.IsGroup;

    /// <inheritdoc/>
    public async Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var mode = arguments.ToLowerInvariant();
        if (mode is not ("mention" or "always"))
            return CommandAnswer.Say($"Activation: {store.Find(scene.SessionKey)?.Text("groupActivation") ?? "mention"}.\nUse /activation mention or /activation always.");
        await store.UpdateAsync(
            scene.SessionKey,
            entry =>
            {
                entry["groupActivation"] = mode;
                entry["groupActivationNeedsSystemIntro"] = true;
            },
            ct).ConfigureAwait(false);
        return CommandAnswer.Say(mode == "always" ? "I answer every message of this group." : "I answer when I am mentioned.");
    }
}
