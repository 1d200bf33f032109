using OpenClaw.Agents.Commands;
using OpenClaw.Configuration;
using OpenClaw.Configuration.Service;

namespace OpenClaw.Gateway.Conversations.Inbound.Commands;

/// <summary><c>/restart</c>: restarts the gateway. Offered only where the process can do that and <c>commands.restart</c> allows it.</summary>
internal sealed class RestartCommand(Func<ConfigSnapshot> config, IRestartScheduler restarts) : ICommand
{
    // The answer has to be on its way before the connections close.
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(2);

    public CommandInfo Info { get; } = new("restart", "Restart the gateway.", CommandGroup.Management) { OwnerOnly = true };

    public bool IsOffered(CommandScene scene) => config().Config.Commands.Restart;

    public Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        var plan = restarts.Schedule("/restart", s_delay);
        return Task.FromResult(CommandAnswer.Say(plan.Ok ? "Restarting." : $"Not restarting: {plan.Reason}."));
    }
}
