using OpenClaw.Agents.Sessions;
using OpenClaw.Configuration.Model;

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

    /// <summary>Why a sender may not leave the sandbox, with the keys to set; null: it may.</summary>
    public static string? Barrier(OpenClawConfig config, AgentConfig? agent, CommandScene scene)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(scene);
        if (!config.Elevated.Enabled)
            return "Elevated commands are off (tools.elevated.enabled).";
        if (agent?.Elevated is { Enabled: false })
            return "Elevated commands are off for this agent (agents.list[].tools.elevated.enabled).";

        // Clients of the gateway are known by their scopes, messaging senders by the lists.
        if (!scene.IsMessaging)
            return scene.Sender.IsOwner ? null : "Elevated commands are for clients with the scope operator.admin.";
        if (!IsListed(config.Elevated, scene))
            return $"You are not listed for elevated commands (tools.elevated.allowFrom.{scene.Channel}).";
        return agent?.Elevated is { AllowFrom: not null } own && !IsListed(own, scene)
            ? $"You are not listed for elevated commands of this agent (agents.list[].tools.elevated.allowFrom.{scene.Channel})."
            : null;
    }

    /// <inheritdoc/>
    protected override string? Parse(string word) => LevelWords.Elevated(word);

    /// <inheritdoc/>
    protected override string Current(CommandScene scene, StoredSession? session) =>
        session?.Text("elevatedLevel") ?? Store.Agents.Config.Agents.Defaults.ElevatedDefault ?? "on";

    /// <inheritdoc/>
    protected override string? Refuses(CommandScene scene, string level) =>
        level == "off" ? null : Barrier(Store.Agents.Config, Store.Agents.Entry(scene.AgentId), scene);

    private static bool IsListed(ElevatedConfig elevated, CommandScene scene) =>
        elevated.AllowFrom?.GetValueOrDefault(scene.Channel) is { } senders
        && senders.Any(entry => entry.Trim() is { Length: > 0 } name
            && (name == "*" || name.Equals(scene.Sender.Id, StringComparison.OrdinalIgnoreCase)
                || name.TrimStart('@').Equals(scene.Sender.Name?.TrimStart('@'), StringComparison.OrdinalIgnoreCase)));
}
