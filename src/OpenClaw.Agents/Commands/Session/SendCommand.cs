using OpenClaw.Agents.Sessions;

namespace OpenClaw.Agents.Commands.Session;

/// <summary><c>/send</c>: whether anything may be sent to this session.</summary>
public sealed class SendCommand(SessionStore store) : ICommand
{
    /// <inheritdoc/>
    public CommandInfo Info { get; } = new("send", "Whether I may write here.", CommandGroup.Management) { Arguments = "on|off|inherit", OwnerOnly = true };

    /// <inheritdoc/>
    public async Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var (known, policy) = arguments.ToLowerInvariant() switch
        {
            "on" or "allow" => (true, "allow"),
            "off" or "deny" => (true, "deny"),
            "inherit" or "default" or "reset" => (true, (string?)null),
            _ => (false, null),
        };
        if (!known)
            return CommandAnswer.Say("Use /send on, /send off or /send inherit.");
        await store.UpdateAsync(
            scene.SessionKey,
            entry =>
            {
                if (policy is null)
                    entry.Remove("sendPolicy");
                else
                    entry["sendPolicy"] = policy;
            },
            ct).ConfigureAwait(false);
        return CommandAnswer.Say(policy switch
        {
            "allow" => "Sending is on for this session.",
            "deny" => "Sending is off for this session; only /send on, the Control UI or sessions.patch turns it on again.",
            _ => "Sending follows the configuration again (session.sendPolicy).",
        });
    }
}
