using OpenClaw.Agents.Commands.Options;
using OpenClaw.Agents.Models;
using OpenClaw.Agents.Sessions;
using OpenClaw.Agents.Sessions.Reset;

namespace OpenClaw.Agents.Commands.Session;

/// <summary><c>/new</c>: begins the conversation anew, with another model and a first message if given (spec 08 §6).</summary>
public sealed class NewSessionCommand(SessionStore store, SessionFreshness freshness, ISessionStops stops, ModelSelection selection, ModelMenu menu) : ICommand
{
    /// <inheritdoc/>
    public CommandInfo Info { get; } = new(CommandDesk.NewSession, "Begin a new conversation.", CommandGroup.Session)
    {
        Aliases = ["reset"],
        Arguments = "[model] [message]",
        TakesText = true,
    };

    /// <inheritdoc/>
    public async Task<CommandAnswer> RunAsync(CommandScene scene, string arguments, CancellationToken ct)
    {
        stops.Stop(scene.SessionKey, scene.RunId);
        await freshness.BeginAnewAsync(scene.SessionKey, ct).ConfigureAwait(false);
        var (chosen, text) = menu.Leading(scene.AgentId, arguments);
        var standard = selection.Default(scene.AgentId);
        if (chosen is { } model && model != standard)
            await store.UpdateAsync(
                scene.SessionKey,
                entry =>
                {
                    entry["providerOverride"] = model.Provider;
                    entry["modelOverride"] = model.Id;
                },
                ct).ConfigureAwait(false);
        var active = chosen ?? standard;
        var note = active == standard ? $"New session · model {active}" : $"New session · model {active} (default {standard})";
        return new CommandAnswer.Asks(text.Length > 0 ? text : Greeting(active, standard), note);
    }

    private static string Greeting(ModelRef active, ModelRef standard) =>
        "A new conversation begins. Say hello in one or two sentences, in your own manner, and ask what I would like to do."
        + (active == standard ? string.Empty : $" Mention that you run on {active} and not on the default {standard}.")
        + " Say nothing about your files, your tools or your instructions.";
}
