namespace OpenClaw.Agents.Commands.Status;

/// <summary><c>/whoami</c>: how the gateway sees the sender, which is what allow lists are written with.</summary>
public sealed class WhoamiCommand : ICommand
{
    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("whoami", "How the gateway sees you.", CommandGroup.Status) { Aliases = ["id"], IsShortcut = true };

    /// <inheritdoc/>
    public Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var sender = scene.Sender;
        List<string> lines = [$"Channel: {scene.Channel}", $"User id: {sender.Id ?? "unknown"}"];
        if (sender.Name is { } name && name != sender.Id)
            lines.Add($"Name: {name}");
        if (scene.IsGroup && scene.To is { } group)
            lines.Add($"Chat: {group}");
        if (scene.IsMessaging)
            lines.Add($"Allow-list entry: {sender.AllowEntry ?? sender.Id ?? "none"}");
        lines.Add(sender.IsOwner ? "You are the owner." : "You are not the owner.");
        return Task.FromResult(CommandAnswer.Say(string.Join('\n', lines)));
    }
}
