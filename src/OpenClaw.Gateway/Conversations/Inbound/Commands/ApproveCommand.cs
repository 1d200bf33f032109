using OpenClaw.Agents.Commands;
using OpenClaw.Protocol;

namespace OpenClaw.Gateway.Conversations.Inbound.Commands;

/// <summary><c>/approve</c>: decides on a command that waits for a person.</summary>
/// <param name="resolve">Takes the question, the decision and who decides; null when it counted, else why not.</param>
internal sealed class ApproveCommand(Func<string, string, string?, string?> resolve) : ICommand
{
    private const string Usage = "Use /approve <id> allow-once, /approve <id> allow-always or /approve <id> deny.";

    public CommandInfo Info { get; } = new("approve", "Decide on a command that waits.", CommandGroup.Management) { Arguments = "<id> allow-once|allow-always|deny" };

    public Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct) => Task.FromResult(CommandAnswer.Say(Decide(scene, arguments)));

    private string Decide(CommandScene scene, string arguments)
    {
        // A member of a group that may talk to the agent is not therefore one who may let it loose on the host.
        if (!scene.Caller.Holds(Scopes.Approvals) && !(scene.IsMessaging && scene.Sender.IsOwner))
            return "Deciding needs the scope operator.approvals.";
        var words = arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || Decision(words[1]) is not { } decision)
            return Usage;
        return resolve(words[0], decision, scene.Sender.Name ?? scene.Sender.Id) is { } problem
            ? $"Not decided: {problem}."
            : decision == "deny" ? $"Denied {words[0]}." : $"Allowed {words[0]} ({decision}).";
    }

    private static string? Decision(string word) => word.ToLowerInvariant() switch
    {
        "allow-once" or "once" or "allow" or "yes" => "allow-once",
        "allow-always" or "always" => "allow-always",
        "deny" or "no" or "reject" => "deny",
        _ => null,
    };
}
